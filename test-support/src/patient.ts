/** For `vi.waitFor` and `expect.poll`, whose one second is short on a machine that is busy with other things. */
export const patient = { timeout: 30_000 } as const
