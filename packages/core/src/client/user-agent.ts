import manifest from '../../package.json' with { type: 'json' }

/** Says who calls, so that whoever runs a gateway or reads WeCom's logs can tell. */
export const userAgent: string = `wecom-kit/${manifest.version}`
