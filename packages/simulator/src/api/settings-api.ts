import { applySettings } from '../settings/apply-settings.ts'
import type { Settings, SettingsPatch } from '../settings/settings.ts'
import { settingsShape } from '../settings/settings-shape.ts'
import { parse } from '../shape/shape.ts'
import type { Simulation } from '../simulation/simulation.ts'

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

/** Builds the settings part of a simulator. */
export function createSettingsApi(simulation: Simulation): SettingsApi {
  return {
    get: () => structuredClone(simulation.world.settings),
    set(patch) {
      const { world } = simulation
      world.settings = applySettings(world.settings, parse(settingsShape, patch))
      return structuredClone(world.settings)
    },
  }
}
