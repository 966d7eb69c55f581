import type { Simulator } from '@wecom-kit/simulator'

/** What a client called and how it was answered, gettoken apart. */
export function callsOf(simulator: Simulator): [api: string, errcode: number | null][] {
  return simulator.journal
    .requests()
    .filter(({ path }) => path !== '/cgi-bin/gettoken')
    .map(({ errcode, path }) => [path.replace('/cgi-bin/', ''), errcode])
}
