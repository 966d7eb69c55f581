import { applySettings, type Settings, type SettingsPatch } from '../settings/settings.ts'
import { settingsShape } from '../settings/settings-shape.ts'
import { type Act, act, type ActsOf } from './act.ts'

/** The settings in force. */
export interface SettingsApi {
  /** A copy of them. */
  get(): Settings
  /**
   * Changes some of them at once for all calls that arrive from now on; a reset brings those of the start back.
   *
   * @throws TypeError that names the wrong field.
   */
  set(patch: SettingsPatch): Settings
}

/** For pages: what a reset brings back, beside what is. */
export const settingsSwitches: readonly Act[] = [
  act({
    http: 'GET settings/start',
    input: [],
    run: (simulation) => simulation.startSettings,
    answer: (settings) => settings,
  }),
]

/** The acts behind {@link SettingsApi}. */
export const settingsActs: ActsOf<SettingsApi> = {
  get: act({
    http: 'GET settings',
    input: [],
    run: ({ world }) => structuredClone(world.settings),
    answer: (settings) => settings,
  }),
  set: act({
    http: 'POST settings',
    input: [settingsShape],
    run({ world }, patch) {
      world.settings = applySettings(world.settings, patch)
      return structuredClone(world.settings)
    },
    answer: (settings) => settings,
  }),
}
