import { assignDefined } from '../internal/assign-defined.ts'
import type {
  AppEvent,
  AppEventBase,
  ApprovalEvent,
  BatchJobEvent,
  CardChoice,
  InactivityAlertEvent,
  OpenApprovalEvent,
  PlaceEvent,
  PositionEvent,
  TemplateCardEvent,
} from './app-event.ts'
import {
  decimalField,
  integerField,
  nestedField,
  repeatedField,
  textField,
  textsField,
  type CallbackFields,
} from './fields.ts'

/** Types an event of an app by its name; undefined when we know no such name, or it lacks what makes it one. */
export function readAppEvent(base: AppEventBase): AppEvent | undefined {
  const type = base.event
  const eventKey = base.eventKey ?? ''
  switch (type) {
    case 'subscribe':
    case 'unsubscribe':
    case 'enter_agent':
      return { ...base, type }
    case 'share_agent_change':
    case 'share_chain_change':
      return { ...base, type }
    case 'close_inactive_agent':
    case 'reopen_inactive_agent':
    case 'low_active':
    case 'active_restored':
      return { ...base, type }
    case 'inactive_alert':
    case 'low_active_alert':
      return assignDefined<InactivityAlertEvent>(
        { ...base, type },
        { effectiveAt: integerField(base.raw, 'EffectTime') },
      )
    case 'click':
    case 'view':
    case 'view_miniprogram':
      return { ...base, type, eventKey }
    case 'scancode_push':
    case 'scancode_waitmsg':
      return { ...base, type, eventKey, ...scanOf(base.raw) }
    case 'pic_sysphoto':
    case 'pic_photo_or_album':
    case 'pic_weixin':
      return { ...base, type, eventKey, pictureDigests: picturesOf(base.raw) }
    case 'location_select':
      return placeEvent(base, eventKey)
    case 'LOCATION':
      return positionEvent(base)
    case 'batch_job_result':
      return batchJobEvent(base)
    case 'template_card_event':
    case 'template_card_menu_event':
      return templateCardEvent({ ...base, type, eventKey })
    case 'open_approval_change':
      return openApprovalEvent(base)
    case 'sys_approval_change':
      return approvalEvent(base)
    case 'kf_msg_or_event':
      return { ...base, type, token: textOf(base.raw, 'Token'), openKfId: textOf(base.raw, 'OpenKfId') }
    default:
      return undefined
  }
}

function textOf(fields: CallbackFields, name: string): string {
  return textField(fields, name) ?? ''
}

function inside(fields: CallbackFields, name: string): CallbackFields {
  return nestedField(fields, name) ?? {}
}

function scanOf(fields: CallbackFields): { scanType: string; scanResult: string } {
  const scan = inside(fields, 'ScanCodeInfo')
  return { scanType: textOf(scan, 'ScanType'), scanResult: textOf(scan, 'ScanResult') }
}

function picturesOf(fields: CallbackFields): string[] {
  const list = inside(inside(fields, 'SendPicsInfo'), 'PicList')
  return repeatedField(list, 'item').map((picture) => textOf(picture, 'PicMd5Sum'))
}

function placeEvent(base: AppEventBase, eventKey: string): PlaceEvent | undefined {
  const place = inside(base.raw, 'SendLocationInfo')
  const latitude = decimalField(place, 'Location_X')
  const longitude = decimalField(place, 'Location_Y')
  if (latitude === undefined || longitude === undefined) return undefined
  const event: PlaceEvent = {
    ...base,
    type: 'location_select',
    eventKey,
    latitude,
    longitude,
    label: textOf(place, 'Label'),
  }
  return assignDefined(event, { placeName: textField(place, 'Poiname') })
}

function positionEvent(base: AppEventBase): PositionEvent | undefined {
  const latitude = decimalField(base.raw, 'Latitude')
  const longitude = decimalField(base.raw, 'Longitude')
  if (latitude === undefined || longitude === undefined) return undefined
  const event: PositionEvent = { ...base, type: 'LOCATION', latitude, longitude }
  return assignDefined(event, { precision: decimalField(base.raw, 'Precision') })
}

function batchJobEvent(base: AppEventBase): BatchJobEvent {
  const job = inside(base.raw, 'BatchJob')
  return {
    ...base,
    type: 'batch_job_result',
    jobId: textOf(job, 'JobId'),
    jobType: textOf(job, 'JobType'),
    errcode: integerField(job, 'ErrCode') ?? 0,
    errmsg: textOf(job, 'ErrMsg'),
  }
}

function templateCardEvent(
  event: AppEventBase & Pick<TemplateCardEvent, 'type' | 'eventKey'>,
): TemplateCardEvent {
  return {
    ...event,
    taskId: textOf(event.raw, 'TaskId'),
    cardType: textOf(event.raw, 'CardType'),
    responseCode: textOf(event.raw, 'ResponseCode'),
    choices: repeatedField(inside(event.raw, 'SelectedItems'), 'SelectedItem').map(choiceOf),
  }
}

function choiceOf(item: CallbackFields): CardChoice {
  return {
    questionKey: textOf(item, 'QuestionKey'),
    optionIds: textsField(inside(item, 'OptionIds'), 'OptionId'),
  }
}

function openApprovalEvent(base: AppEventBase): OpenApprovalEvent {
  const approval = inside(base.raw, 'ApprovalInfo')
  const event: OpenApprovalEvent = {
    ...base,
    type: 'open_approval_change',
    approvalId: textOf(approval, 'ThirdNo'),
    name: textOf(approval, 'OpenSpName'),
    templateId: textOf(approval, 'OpenTemplateId'),
    status: integerField(approval, 'OpenSpStatus') ?? 0,
    applicantId: textOf(approval, 'ApplyUserId'),
    applicantName: textOf(approval, 'ApplyUserName'),
  }
  return assignDefined(event, { appliedAt: integerField(approval, 'ApplyTime') })
}

function approvalEvent(base: AppEventBase): ApprovalEvent {
  const approval = inside(base.raw, 'ApprovalInfo')
  const applicant = inside(approval, 'Applyer')
  const event: ApprovalEvent = {
    ...base,
    type: 'sys_approval_change',
    approvalId: textOf(approval, 'SpNo'),
    name: textOf(approval, 'SpName'),
    templateId: textOf(approval, 'TemplateId'),
    status: integerField(approval, 'SpStatus') ?? 0,
    applicantId: textOf(applicant, 'UserId'),
  }
  return assignDefined(event, {
    appliedAt: integerField(approval, 'ApplyTime'),
    applicantDepartmentId: integerField(applicant, 'Party'),
    change: integerField(approval, 'StatuChangeEvent'),
  })
}
