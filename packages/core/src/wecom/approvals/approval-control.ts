/** A text in one language, such as `zh_CN`. */
export interface LocalText {
  text: string
  /** Journals leave it out. */
  lang?: string | undefined
}

/** Begin, end and length in seconds; `type` is `halfday` or `hour`. */
export interface ApprovalDateRange {
  type: 'halfday' | 'hour' | (string & {})
  /** Seconds since 1970. */
  new_begin: number
  new_end: number
  /** Seconds. */
  new_duration: number
  /** Seconds of a day, of halfday ranges. */
  perday_duration?: number | undefined
  timezone_info?: { zone_offset?: number | string; zone_desc?: string } | undefined
}

/** Time away (leave, a trip, going out, overtime), with its hours per day. */
export interface ApprovalAttendance {
  date_range: ApprovalDateRange
  /** 1 leave, 2 punch correction, 3 trip, 4 going out, 5 overtime. */
  type: 1 | 2 | 3 | 4 | 5 | (number & {})
  slice_info?:
    | {
        /** Seconds since 1970 of the day, and seconds away. */
        day_items?: readonly { daytime?: number; duration?: number }[] | undefined
        duration?: number | undefined
        state?: number | undefined
      }
    | undefined
}

export interface ApprovalBankAccount {
  /** 1 a company's, 2 a person's. */
  account_type: 1 | 2 | (number & {})
  account_name: string
  account_number: string
  remark?: string | undefined
  bank: {
    bank_alias?: string | undefined
    bank_alias_code?: string | undefined
    bank_branch_id?: string | undefined
    bank_branch_name?: string | undefined
    province?: string | undefined
    province_code?: number | undefined
    city?: string | undefined
    city_code?: number | undefined
  }
}

/** A place and when somebody was there. */
export interface ApprovalPlace {
  latitude: number | string
  longitude: number | string
  title: string
  address?: string | undefined
  /** Seconds since 1970. */
  time?: number | string | undefined
}

/** What was chosen. An application needs the keys only. */
export interface ApprovalChoice {
  type: 'single' | 'multi' | (string & {})
  options: readonly { key: string; value?: readonly LocalText[] | undefined }[]
  exp_type?: number | undefined
}

interface Control<Kind extends string, Value> {
  control: Kind
  /** Of the template. */
  id: string
  value: Value
}

interface Filled<Kind extends string, Value> extends Control<Kind, Value> {
  title: LocalText[]
  /** 1 when the template hid it. */
  hidden?: number
  require?: boolean | number
}

/**
 * One control of an application to send, discriminated by `control`; which ones there are says the template
 * (oa/gettemplatedetail).
 *
 * @see https://developer.work.weixin.qq.com/document/path/91853
 */
export type ApplicationControl =
  | Control<'Text' | 'Textarea', { text: string }>
  | Control<'Number', { new_number: string }>
  | Control<'Money', { new_money: string }>
  | Control<'Date', { date: { type: 'day' | 'hour'; s_timestamp: number | string } }>
  | Control<'Selector', { selector: ApprovalChoice }>
  | Control<
      'Contact',
      | { members: readonly { userid: string; name?: string | undefined }[] }
      | { departments: readonly { openapi_id: number | string; name?: string | undefined }[] }
    >
  | Control<'Tips', Record<string, unknown>>
  | Control<'File', { files: readonly { file_id: string }[] }>
  | Control<'Table', { children: readonly { list: readonly ApplicationControl[] }[] }>
  | Control<'Location', { location: ApprovalPlace }>
  | Control<'RelatedApproval', { related_approval: readonly { sp_no: string }[] }>
  | Control<'Formula', { formula: { value: string } }>
  | Control<'DateRange', { date_range: ApprovalDateRange }>
  | Control<'Vacation', { vacation: { selector: ApprovalChoice; attendance: ApprovalAttendance } }>
  | Control<'Attendance', { attendance: ApprovalAttendance }>
  | Control<
      'PunchCorrection',
      {
        punch_correction: {
          state: string
          time?: number | undefined
          version?: number | undefined
          daymonthyear?: number | undefined
        }
      }
    >
  | Control<'BankAccount', { bank_account: ApprovalBankAccount }>
  | Control<'PhoneNumber', Record<string, unknown>>

/**
 * One control of an application as WeCom answers it, discriminated by `control`. WeCom adds kinds: read `default` as one
 * you do not know.
 *
 * @see https://developer.work.weixin.qq.com/document/path/91983
 */
export type ApprovalControl =
  | Filled<'Text' | 'Textarea', { text: string }>
  | Filled<'Number', { new_number: string }>
  | Filled<'Money', { new_money: string }>
  | Filled<
      'Date',
      {
        date: {
          type: 'day' | 'hour' | (string & {})
          s_timestamp: string
          timezone_info?: { zone_offset: number | string; zone_desc: string }
        }
      }
    >
  | Filled<'Selector', { selector: ApprovalChoice }>
  | Filled<
      'Contact',
      {
        members?: { userid: string; name?: string }[]
        departments?: { openapi_id: number | string; name?: string }[]
      }
    >
  | Filled<'Tips', { tips?: unknown[]; new_tips?: { tips_content?: unknown[] } }>
  | Filled<'File', { files: { file_id: string }[] }>
  | Filled<'Table', { children: { list: ApprovalControl[] }[]; stat_field?: unknown[] }>
  | Filled<'Location', { location: ApprovalPlace }>
  | Filled<
      'RelatedApproval',
      {
        related_approval: {
          sp_no: string
          sp_status: number
          name: string
          create_time: number
          template_names: LocalText[]
        }[]
      }
    >
  | Filled<'Formula', { formula: { value: string } }>
  | Filled<'DateRange', { date_range: ApprovalDateRange }>
  | Filled<'Vacation', { vacation: { selector: ApprovalChoice; attendance: ApprovalAttendance } }>
  | Filled<'Attendance', { attendance: ApprovalAttendance }>
  | Filled<
      'PunchCorrection',
      {
        punch_correction: {
          state: string
          time?: number | string
          version?: number
          daymonthyear?: number | string
        }
      }
    >
  | Filled<'BankAccount', { bank_account: ApprovalBankAccount }>
  | Filled<'PhoneNumber', Record<string, unknown>>
