import { type CommandOptions, runCommand } from './run-command.ts'

/** What a command printed. @throws Error with all of it when the command fails */
export async function succeed(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  const { exitCode, output } = await runCommand(program, args, options)
  if (exitCode !== 0)
    throw new Error(`${program} ${args.join(' ')} ended with ${exitCode}:\n${output.trim()}`)
  return output
}
