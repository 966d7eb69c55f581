import type { Settings, SettingsPatch } from './settings.ts'

/** The settings with the patch laid over them; `rateLimit` is replaced whole, so that a limit can be lifted again. */
export function applySettings(settings: Settings, patch: SettingsPatch): Settings {
  return {
    ...settings,
    ...patch,
    gettoken: { ...settings.gettoken, ...patch.gettoken },
    login: { ...settings.login, ...patch.login },
    callbacks: { ...settings.callbacks, ...patch.callbacks },
  }
}
