/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */
import type { RequestBody } from '../request-body.ts'

/** Payment by customers · 对外收款: 8 routes. */
export interface PayRoutes {
  /** Page 93667 of 2024-03-27: https://developer.work.weixin.qq.com/document/path/93667 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalpay/get_bill_list': {
    json: {
      begin_time: number
      end_time: number
      payee_userid?: string | undefined
      cursor?: string | undefined
      /** at most 1000 */ limit?: number | undefined
    }
    data: {
      next_cursor?: string
      bill_list: {
        transaction_id: string
        /** 0 | 1 */ bill_type: number
        /** 1 | 3 */ trade_state?: number
        pay_time: number
        out_trade_no: string
        out_refund_no?: string
        external_userid?: string
        total_fee: number
        payee_userid?: string
        /** 0 | 1 | 2 | 3 | 14 | 15 */ payment_type: number
        mch_id: string
        remark: string
        commodity_list?: { description: string; amount?: number }[]
        total_refund_fee: number
        refund_list?: {
          out_refund_no: string
          refund_userid: string
          refund_comment: string
          refund_reqtime: number
          /** 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 */ refund_status: number
          refund_fee: number
        }[]
        contact_info?: { name?: string; phone?: string; address?: string }
        miniprogram_info?: { appid: string; name: string }
        payer_info?: { name?: string; phone?: string; address?: string }
      }[]
    }
  }
  /** Page 98100 of 2024-07-18: https://developer.work.weixin.qq.com/document/path/98100 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalpay/get_fund_flow': {
    json: {
      begin_time: number
      end_time: number
      mch_id?: string | undefined
      cursor?: string | undefined
      /** at most 200 */ limit?: number | undefined
    }
    data: {
      next_cursor?: string
      fund_flow_list?: {
        timestamp?: number
        request_no?: string
        /** 1 | 2 | 3 | 4 | 5 */ transaction_type?: number
        /** 1 | 2 */ fund_flow_type?: number
        transaction_amount?: number
        account_balance?: number
        out_trade_no?: string
        mch_id?: string
        operator_userid?: string
        group_list?: { group_name?: string }[]
        remark?: string
      }[]
    }
  }
  /** Page 95944 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/95944 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalpay/get_payment_info': {
    json: { payment_id: string }
    data: { bill_list: { out_trade_no: string }[]; out_trade_no_list?: string[] }
  }
  /** Page 93666 of 2024-07-18: https://developer.work.weixin.qq.com/document/path/93666 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalpay/getmerchant': {
    json: {
      /** at most 32 bytes */ mch_id: string
    }
    data: {
      bind_status: number
      mch_id: string
      merchant_name: string
      allow_use_scope?: { user?: string[]; partyid?: number[]; tagid?: number[] }
    }
  }
  /** Page 93666 of 2024-07-18: https://developer.work.weixin.qq.com/document/path/93666 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/externalpay/set_mch_use_scope': {
    json: {
      /** at most 32 bytes */ mch_id: string
      allow_use_scope: {
        user?: readonly string[] | undefined
        partyid?: readonly number[] | undefined
        tagid?: readonly number[] | undefined
      }
    }
    data: object
  }
  /** Page 98973 of 2023-12-29: https://developer.work.weixin.qq.com/document/path/98973 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/miniapppay/apply_mch': {
    json: {
      /** at most 32 characters */ out_request_no: string
      organization_type: number
      business_license_info: {
        cert_type?: number | undefined
        business_license_copy_open_wx_pay_media_id: string
        business_license_number: string
        merchant_name: string
        legal_person: string
        company_address?: string | undefined
        business_time_begin_time?: string | undefined
        business_time_end_time?: string | undefined
      }
      finance_institution_info?: {
        finance_type: 'BANK_AGENT' | 'PAYMENT_AGENT' | 'INSURANCE' | 'TRADE_AND_SETTLE' | 'OTHER' | (string & {})
        /** at most 5 items */ finance_license_pics_open_wx_pay_media_id: readonly string[]
      } | undefined
      /** at most 21 characters */ merchant_short_name: string
      id_card_info: {
        id_card_copy_open_wx_pay_media_id: string
        id_card_national_open_wx_pay_media_id?: string | undefined
        id_card_name: string
        id_card_number: string
        id_card_address?: string | undefined
        id_card_valid_time_begin: string
        id_card_valid_time: string
        id_doc_type?: number | undefined
      }
      owner?: boolean | undefined
      ubo_info?: {
        id_card_copy_open_wx_pay_media_id: string
        id_card_national_open_wx_pay_media_id?: string | undefined
        id_card_name: string
        id_card_number: string
        id_card_address?: string | undefined
        id_card_valid_time_begin: string
        id_card_valid_time: string
        id_doc_type?: number | undefined
      } | undefined
      contact_info: {
        contact_type: string
        business_authorization_letter_open_wx_pay_media_id?: string | undefined
        mobile_phone?: string | undefined
        contact_email?: string | undefined
        contact_info: {
          id_doc_type?: number | undefined
          id_card_copy_open_wx_pay_media_id?: string | undefined
          id_card_national_open_wx_pay_media_id?: string | undefined
          id_card_name: string
          id_card_number: string
          id_card_address?: string | undefined
          id_card_valid_time_begin?: string | undefined
          id_card_valid_time?: string | undefined
        }
      }
      account_info: {
        bank_account_type?: number | undefined
        account_bank: string
        account_name: string
        bank_address_code: string
        bank_name?: string | undefined
        account_number: string
        bank_card_supplement?: {
          settlement_certificate_open_wx_pay_media_id?: string | undefined
          relationship_certificate_open_wx_pay_media_id?: string | undefined
          /** at most 3 items */ other_certificate_open_wx_pay_media_id?: readonly string[] | undefined
        } | undefined
      }
      sales_scene_info: {
        /** 1 | 2 */ type: number
        /** at most 1024 bytes */ store_url?: string | undefined
        store_pic_open_wx_pay_media_id?: string | undefined
        address_code?: string | undefined
        offline_address?: string | undefined
        entrance_pic_open_wx_pay_media_id?: string | undefined
        indoor_pic_open_wx_pay_media_id?: string | undefined
      }
      business_id: number
      qualifications?: { id: readonly string[] } | undefined
      business_addition_pics?: { id: readonly string[] } | undefined
      userid: string
    }
    data: { error_description?: string }
  }
  /** Page 98974 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/98974 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/miniapppay/get_applyment_status': {
    json: {
      /** at most 32 characters */ out_request_no: string
    }
    data: {
      status: {
        applyment_state: string
        applyment_state_desc: string
        sign_state: string
        sign_url?: string
        sub_mchid?: string
        audit_detail?: { param_name: string; reject_reason?: string }[]
        account_validation?: {
          account_name: string
          account_no?: string
          pay_amount: number
          destination_account_number: string
          destination_account_name: string
          destination_account_bank: string
          city?: string
          remark: string
          deadline: string
        }
        legal_validation_url?: string
      }
      apply_state: number
      real_sign_state: number
      reject_reason?: string
    }
  }
  /** Page 98972 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/98972 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/miniapppay/upload_image': {
    body: RequestBody
    data: { open_wx_pay_media_id: string }
  }
}
