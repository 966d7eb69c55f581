import type { ChaosSettings } from './settings.ts'
import { type Chapter, describeRound, planCycle, type Round } from './plan.ts'
import { createRandom, type Random } from './random.ts'
import type { Survey } from './order.ts'
import { emptyRedis, troubleClock, troubleRedis, troubleUpstream } from './trouble.ts'
import { recoveryLimitMs, untilAnswered } from './until-answered.ts'
import type { World } from './world.ts'

/** What a campaign did, besides what the tally has counted. */
export interface Campaign {
  readonly rounds: readonly Round[]
  /** Of the steady process: at first, and after each chapter's recovery. */
  readonly surveys: readonly Survey[]
  /** Milliseconds until everything worked again, by the trouble of Redis. */
  readonly recoveries: ReadonlyMap<string, number>
  readonly seconds: number
}

/** Calls of one face at one process in one round. */
const callsPerRound = 3
/** Calls of a round begin within so many milliseconds. */
const spreadMs = 250
/** The last chapter's recovery and the farewell need some of the time. */
const reserveMs = 4000

/** Trouble upon trouble, until the time is over. */
export async function runCampaign(world: World, { seconds, seed }: ChaosSettings): Promise<Campaign> {
  const startedAt = performance.now()
  const endsAt = startedAt + seconds * 1000 - reserveMs
  const plans = createRandom(seed)
  const rounds: Round[] = []
  const recoveries = new Map<string, number>()
  await openSessions(world)
  await calm(world, createRandom(seed))
  const surveys = [await world.steady.survey()]
  while (performance.now() < endsAt) {
    const chapters = planCycle(plans)
    for (const [index, chapter] of chapters.entries()) {
      const left = endsAt - performance.now()
      if (left <= 0) break
      // The first cycle shares its time among the chapters, so that a short campaign sees all of them.
      const share = performance.now() + left / (chapters.length - index)
      rounds.push(...(await playChapter(world, chapter, Math.min(share, endsAt))))
      const took = await recover(world, createRandom(seed))
      recoveries.set(chapter.redis, Math.max(took, recoveries.get(chapter.redis) ?? 0))
      surveys.push(await world.steady.survey())
    }
  }
  world.tally.enter('the calm after')
  await calm(world, createRandom(seed))
  surveys.push(await settled(world, surveys[0]))
  return { rounds, surveys, recoveries, seconds: (performance.now() - startedAt) / 1000 }
}

async function openSessions(world: World): Promise<void> {
  for (const face of world.sessions) await face.open(world)
}

async function playChapter(world: World, { redis, rounds }: Chapter, endsAt: number): Promise<Round[]> {
  const end = await troubleRedis(world.redis, redis)
  world.forgetful ||= redis === 'stopped' || redis === 'emptied'
  const played: Round[] = []
  for (const round of rounds) {
    if (performance.now() >= endsAt) break
    await playRound(world, round)
    played.push(round)
  }
  await end()
  return played
}

async function playRound(world: World, round: Round): Promise<void> {
  const random = createRandom(round.seed)
  const { mortal, redis, simulator, steady, tally } = world
  tally.enter(describeRound(round))
  const endUpstream = troubleUpstream(simulator, round, random)
  world.isSkewed = round.clock.startsWith('process')
  world.isLimited ||= round.upstream === 'errcode'
  world.forgetful ||= world.isSkewed
  const endClock = troubleClock(simulator, random.pick([steady, mortal]), round.clock)
  const calls = callAll(world, random)
  if (round.process === 'killed') {
    await new Promise((resolve) => setTimeout(resolve, random.below(200)))
    await mortal.kill()
    await mortal.start()
  }
  if (round.redis === 'emptied') await emptyRedis(redis)
  await calls
  endUpstream()
  endClock()
  for (const target of [steady, mortal]) target.thaw()
  if (round.clock === 'process ahead') await forgiveClock(world)
  world.isSkewed = false
  steady.searchOutput()
  mortal.searchOutput()
}

/**
 * A session renewed by a clock that is ahead counts as forged where clocks are right (case D6): who has one signs in
 * again. With sessions in Redis that has to wait until Redis is well.
 */
async function forgiveClock(world: World): Promise<void> {
  await world.sessions[0].open(world)
}

/** All faces at both processes at once. Each call has draws of its own, so that none depends on which one is faster. */
async function callAll({ faces, mortal, secrets, steady, tally }: World, random: Random): Promise<void> {
  const calls = faces.flatMap((face) =>
    [steady, mortal].flatMap((target) =>
      Array.from({ length: callsPerRound }, async () => {
        const own = createRandom(random.seed())
        await new Promise((resolve) => setTimeout(resolve, own.below(spreadMs)))
        tally.add(face.name, await face.call(target, { random: own, secrets }))
      }),
    ),
  )
  await Promise.all(calls)
}

/** With nothing wrong, everything has to be answered. */
async function calm(world: World, random: Random): Promise<void> {
  const startedAt = performance.now()
  const { secrets } = world
  for (const face of world.faces)
    for (const target of [world.steady, world.mortal])
      await untilAnswered(world, () => face.call(target, { random, secrets }), face.name, startedAt)
}

/** Waits until every face of both processes is answered again. Returns milliseconds. */
async function recover(world: World, random: Random): Promise<number> {
  const startedAt = performance.now()
  world.tally.enter('recovery')
  for (const target of [world.steady, world.mortal])
    for (const face of world.faces) {
      if (world.sessions.some((one) => one === face) && world.forgetful) continue
      await untilAnswered(
        world,
        () => face.call(target, { random, secrets: world.secrets }),
        face.name,
        startedAt,
      )
    }
  const took = performance.now() - startedAt
  if (world.forgetful) await openSessions(world)
  world.forgetful = false
  return took
}

/** How many handles more than at first are no leak: connections kept alive. */
const spareHandles = 8

/** The last survey, once connections kept alive have gone. */
async function settled({ steady, tally }: World, first: Survey | undefined): Promise<Survey> {
  const allowed = handlesOf(first) + spareHandles
  const until = performance.now() + recoveryLimitMs
  for (;;) {
    const survey = await steady.survey()
    if (handlesOf(survey) <= allowed) return survey
    if (performance.now() > until) {
      tally.break(`handles grew from ${handlesOf(first)} to ${handlesOf(survey)}`)
      return survey
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** Open handles of all types. */
export function handlesOf(survey: Survey | undefined): number {
  return Object.values(survey?.handles ?? {}).reduce((sum, count) => sum + count, 0)
}
