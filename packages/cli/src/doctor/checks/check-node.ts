import { broken, type Diagnosis, fine } from '../finding.ts'

/** Whether this Node can load the packages. */
export function checkNode(version: string): Diagnosis {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 19)) return fine(`Node ${version}.`, `Node ${version}。`)
  return broken(
    {
      en: `This is Node ${version}; the packages need 22.19 or newer and do not load.`,
      zh: `当前是 Node ${version}，这些包需要 22.19 以上，否则无法加载。`,
    },
    {
      en: 'Install the current LTS from https://nodejs.org, on the server too.',
      zh: '从 https://nodejs.org 安装当前的 LTS 版本，服务器上也要装。',
    },
  )
}
