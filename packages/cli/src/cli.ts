import manifest from '../package.json' with { type: 'json' }
import { runCall } from './call/run-call.ts'
import { runDoctorCommand } from './doctor/doctor-command.ts'
import { runSimulator } from './simulator/run-simulator.ts'
import { UsageError } from './usage-error.ts'
import { languageOf } from './words.ts'

const help = {
  en: `wecom <command>

  doctor [--json]                       finds what is wrong with a set-up; exit code 1 when something is
  call GET /cgi-bin/user/get userid=…   calls any API of WeCom with a token of its own and prints the answer
  simulator [options]                   starts a local WeCom; "wecom simulator --help" for its options

Settings come from flags, the environment and a .env file, in this order:
  --corp-id, --agent-id, --base-url, --api-base-url, --authorize-base-url, --login-base-url, --callback-path
  WECOM_CORP_ID, WECOM_APP_SECRET, WECOM_AGENT_ID, WECOM_CONTACTS_SECRET, WECOM_CALLBACK_TOKEN,
  WECOM_CALLBACK_AES_KEY, WECOM_DOMAIN_VERIFICATION, WECOM_API_BASE_URL, WECOM_AUTHORIZE_BASE_URL,
  WECOM_LOGIN_BASE_URL, SESSION_SECRET, REDIS_URL, BASE_URL
  --env FILE   another file than .env
  --with FILE  doctor: another application beside this one; may be repeated
  --contacts   call: with the secret of contacts-sync
  --lang en|zh
  --version    which version this is
`,
  zh: `wecom <命令>

  doctor [--json]                       检查配置哪里有问题；有问题时退出码为 1
  call GET /cgi-bin/user/get userid=…   自动带上 access_token 调用任意企业微信接口，打印返回
  simulator [选项]                      启动本地的企业微信；选项见 wecom simulator --help

配置依次取自命令行参数、环境变量、.env 文件：
  --corp-id、--agent-id、--base-url、--api-base-url、--authorize-base-url、--login-base-url、--callback-path
  WECOM_CORP_ID、WECOM_APP_SECRET、WECOM_AGENT_ID、WECOM_CONTACTS_SECRET、WECOM_CALLBACK_TOKEN、
  WECOM_CALLBACK_AES_KEY、WECOM_DOMAIN_VERIFICATION、WECOM_API_BASE_URL、WECOM_AUTHORIZE_BASE_URL、
  WECOM_LOGIN_BASE_URL、SESSION_SECRET、REDIS_URL、BASE_URL
  --env 文件    不用 .env，读这个文件
  --with 文件   doctor：同时检查旁边的另一个应用，可以重复
  --contacts    call：使用通讯录同步的 Secret
  --lang en|zh
  --version    显示版本
`,
}

/** Runs one command and answers the exit code. */
export async function runCli(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args
  try {
    if (command === 'doctor') return await runDoctorCommand(rest)
    if (command === 'call') return await runCall(rest)
    if (command === 'simulator') return await runSimulator(rest)
    if (command === '--version') {
      process.stdout.write(`${manifest.version}\n`)
      return 0
    }
    const asked = command === undefined || command === '--help' || command === 'help'
    process.stdout.write(help[languageOf(process.env)])
    return asked ? 0 : 1
  } catch (error) {
    if (!(error instanceof UsageError || isParseError(error))) throw error
    process.stderr.write(`wecom: ${error.message}\n`)
    return 1
  }
}

/** What `parseArgs` of Node throws for a flag it does not know. */
function isParseError(error: unknown): error is Error {
  return error instanceof Error && String(Reflect.get(error, 'code')).startsWith('ERR_PARSE_ARGS')
}
