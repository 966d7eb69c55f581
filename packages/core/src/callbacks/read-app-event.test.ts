import { describe, expect, it } from 'vitest'
import type { TemplateCardEvent } from './app-event.ts'
import { parseCallbackEvent } from './parse-callback-event.ts'

const app = (event: string, fields = ''): string =>
  `<xml><ToUserName>ww1</ToUserName><FromUserName>zhangsan</FromUserName><CreateTime>1408091189</CreateTime><MsgType>event</MsgType><Event><![CDATA[${event}]]></Event>${fields}<AgentID>7</AgentID></xml>`
const base = { toUserName: 'ww1', fromUserName: 'zhangsan', createTime: 1_408_091_189, agentId: 7 }

describe('events of an app', () => {
  it.each([
    'subscribe',
    'unsubscribe',
    'enter_agent',
    'share_agent_change',
    'share_chain_change',
    'close_inactive_agent',
    'reopen_inactive_agent',
    'low_active',
    'active_restored',
  ])('%s', (event) => {
    expect(parseCallbackEvent(app(event))).toEqual({ ...base, type: event, event, raw: expect.anything() })
  })

  it.each([
    ['click', '<EventKey>k</EventKey>', { eventKey: 'k' }],
    ['view', '<EventKey>https://a.cn</EventKey>', { eventKey: 'https://a.cn' }],
    ['view_miniprogram', '<EventKey>pages/a</EventKey>', { eventKey: 'pages/a' }],
    ['click', '', { eventKey: '' }],
    ['inactive_alert', '<EffectTime>1409659589</EffectTime>', { effectiveAt: 1_409_659_589 }],
    ['low_active_alert', '', {}],
    [
      'scancode_push',
      '<EventKey>6</EventKey><ScanCodeInfo><ScanType>qrcode</ScanType><ScanResult>1</ScanResult></ScanCodeInfo>',
      { eventKey: '6', scanType: 'qrcode', scanResult: '1' },
    ],
    ['scancode_waitmsg', '', { eventKey: '', scanType: '', scanResult: '' }],
    [
      'pic_weixin',
      '<EventKey>6</EventKey><SendPicsInfo><Count>2</Count><PicList><item><PicMd5Sum>a</PicMd5Sum></item><item><PicMd5Sum>b</PicMd5Sum></item></PicList></SendPicsInfo>',
      { pictureDigests: ['a', 'b'] },
    ],
    ['pic_sysphoto', '<SendPicsInfo><Count>0</Count></SendPicsInfo>', { pictureDigests: [] }],
    [
      'location_select',
      '<EventKey>6</EventKey><SendLocationInfo><Location_X>23.1</Location_X><Location_Y>113.2</Location_Y><Scale>15</Scale><Label>广州</Label><Poiname>塔</Poiname></SendLocationInfo>',
      { latitude: 23.1, longitude: 113.2, label: '广州', placeName: '塔' },
    ],
    [
      'LOCATION',
      '<Latitude>23.104</Latitude><Longitude>113.320</Longitude><Precision>65.000</Precision><AppType>wxwork</AppType>',
      { latitude: 23.104, longitude: 113.32, precision: 65 },
    ],
    [
      'batch_job_result',
      '<BatchJob><JobId>j</JobId><JobType>sync_user</JobType><ErrCode>0</ErrCode><ErrMsg>ok</ErrMsg></BatchJob>',
      { jobId: 'j', jobType: 'sync_user', errcode: 0, errmsg: 'ok' },
    ],
    [
      'open_approval_change',
      '<ApprovalInfo><ThirdNo>201806010001</ThirdNo><OpenSpName>付款</OpenSpName><OpenTemplateId>t</OpenTemplateId><OpenSpStatus>1</OpenSpStatus><ApplyTime>1527837645</ApplyTime><ApplyUserName>jackie</ApplyUserName><ApplyUserId>lisi</ApplyUserId></ApprovalInfo>',
      {
        approvalId: '201806010001',
        name: '付款',
        templateId: 't',
        status: 1,
        appliedAt: 1_527_837_645,
        applicantId: 'lisi',
        applicantName: 'jackie',
      },
    ],
    [
      'sys_approval_change',
      '<ApprovalInfo><SpNo>201910100004</SpNo><SpName>请假</SpName><SpStatus>2</SpStatus><TemplateId>t</TemplateId><ApplyTime>1570691600</ApplyTime><Applyer><UserId>lisi</UserId><Party>4</Party></Applyer><StatuChangeEvent>2</StatuChangeEvent></ApprovalInfo>',
      {
        approvalId: '201910100004',
        name: '请假',
        templateId: 't',
        status: 2,
        appliedAt: 1_570_691_600,
        applicantId: 'lisi',
        applicantDepartmentId: 4,
        change: 2,
      },
    ],
    ['kf_msg_or_event', '<Token>t</Token><OpenKfId>wk1</OpenKfId>', { token: 't', openKfId: 'wk1' }],
  ])('%s %s', (event, fields, expected) => {
    expect(parseCallbackEvent(app(event, fields))).toMatchObject({ ...base, type: event, event, ...expected })
  })

  it('a place or position without numbers is raw', () => {
    for (const event of ['LOCATION', 'location_select']) {
      expect(parseCallbackEvent(app(event, '<Latitude>x</Latitude>'))).toMatchObject({ type: 'event', event })
    }
  })

  it('a tap on a card brings what changes the card, and what was chosen', () => {
    const xml = app(
      'template_card_event',
      `<EventKey>submit</EventKey><TaskId>task-1</TaskId><CardType>multiple_interaction</CardType><ResponseCode>rc</ResponseCode>
       <SelectedItems>
         <SelectedItem><QuestionKey>q1</QuestionKey><OptionIds><OptionId>a</OptionId><OptionId>b</OptionId></OptionIds></SelectedItem>
         <SelectedItem><QuestionKey>q2</QuestionKey><OptionIds><OptionId>c</OptionId></OptionIds></SelectedItem>
         <SelectedItem><QuestionKey>q3</QuestionKey><OptionIds></OptionIds></SelectedItem>
       </SelectedItems>`,
    )
    const wanted: Omit<TemplateCardEvent, 'raw'> = {
      ...base,
      type: 'template_card_event',
      event: 'template_card_event',
      eventKey: 'submit',
      taskId: 'task-1',
      cardType: 'multiple_interaction',
      responseCode: 'rc',
      choices: [
        { questionKey: 'q1', optionIds: ['a', 'b'] },
        { questionKey: 'q2', optionIds: ['c'] },
        { questionKey: 'q3', optionIds: [] },
      ],
    }
    expect(parseCallbackEvent(xml)).toMatchObject(wanted)
  })

  it("a tap on a card's menu has no choices", () => {
    const xml = app('template_card_menu_event', '<EventKey>m</EventKey><ResponseCode>rc</ResponseCode>')
    expect(parseCallbackEvent(xml)).toMatchObject({ responseCode: 'rc', eventKey: 'm', choices: [] })
  })
})
