import { heapUsed } from 'test-support/heap-used'
import { printTable } from 'test-support/print-table'
import { Visitor } from 'test-support/visitor'
import { hostileApp } from './app.ts'

const junk = Number(process.env['JUNK'] ?? 100_000)
const attackers = 200
const others = 50

/** What callbacks that nobody asked for leave in memory, and whether others can sign in meanwhile. */
export async function junkCallbacks(): Promise<void> {
  let late = 0
  await using app = await hostileApp(() => Date.now() + late)
  const { url, simulator } = app
  const exchanges = () => simulator.journal.count('/cgi-bin/auth/getuserinfo')
  // The first requests fill caches of Node's and of Express.
  await flood(2000, (at) => fetchRaw(`${url}/wecom/callback?code=c${at}&state=s${at}`))
  const rows = [['before', heapMb()]]
  await flood(junk / 2, (at) => fetchRaw(`${url}/wecom/callback?code=j${at}&state=forged${at}`))
  rows.push([`${junk / 2} with forged states`, heapMb()])
  await flood(junk / 2, async (at) => {
    const begun = await fetchRaw(`${url}/wecom/login`)
    const state = new URL(begun.headers.get('location') ?? url).searchParams.get('state') ?? ''
    await fetchRaw(`${url}/wecom/callback?code=k${at}&state=${state}`)
  })
  rows.push([`${junk / 2} with genuine states of somebody else`, heapMb()])
  late = 7_200_000
  await fetchRaw(`${url}/wecom/callback?code=z&state=z`)
  rows.push(['two hours later', heapMb()])
  printTable(`${junk} junk callbacks, ${exchanges()} calls of WeCom`, ['when', 'heap MB'], rows)
  late = 0

  simulator.faults.add({
    path: '/cgi-bin/auth/getuserinfo',
    kind: 'delay',
    ms: 2500,
    times: attackers + others,
  })
  const attack = flood(attackers, async (at) => await attackerSignsIn(url, at), attackers)
  const signedIn = await Promise.all(Array.from({ length: others }, () => signsIn(url)))
  await attack
  console.log(
    `\n${signedIn.filter((is) => is).length} of ${others} others signed in while ${attackers} junk codes waited for a WeCom that takes 2.5 s.`,
  )
}

async function fetchRaw(url: string): Promise<Response> {
  const response = await fetch(url, { redirect: 'manual', headers: { accept: 'text/html' } })
  await response.arrayBuffer()
  return response
}

async function flood(count: number, one: (at: number) => Promise<unknown>, abreast = 50): Promise<void> {
  let next = 0
  const worker = async () => {
    while (next < count) await one(next++)
  }
  await Promise.all(Array.from({ length: abreast }, worker))
}

/** A browser of the attacker's with a cookie of its own: as genuine as anybody's until WeCom refuses the code. */
async function attackerSignsIn(url: string, at: number): Promise<void> {
  const attacker = new Visitor(url, fromAddress('203.0.113.7'))
  const { headers } = await attacker.navigate('wecom/login')
  const state = new URL(headers.get('location') ?? url).searchParams.get('state') ?? ''
  await attacker.navigate(`wecom/callback?code=junk${at}&state=${state}`)
}

async function signsIn(url: string): Promise<boolean> {
  const one = new Visitor(url, fromAddress('198.51.100.9'))
  await one.signIn('lisi')
  return (await one.fetch('guarded')).status === 200
}

/** As a proxy on this machine tells it. */
const fromAddress = (address: string) => ({ 'x-forwarded-for': address })

function heapMb(): string {
  return (heapUsed() / 2 ** 20).toFixed(1)
}
