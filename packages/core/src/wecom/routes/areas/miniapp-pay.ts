/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */

/** Payment in mini programs · 小程序接入对外收款: 7 routes. */
export interface MiniappPayRoutes {
  /** Page 97324 of 2022-11-28: https://developer.work.weixin.qq.com/document/path/97324 */
  'POST /cgi-bin/miniapppay/close_order': {
    json: { mchid: string; out_trade_no: string }
    data: object
  }
  /** Page 97322 of 2023-08-10: https://developer.work.weixin.qq.com/document/path/97322 */
  'POST /cgi-bin/miniapppay/create_order': {
    json: {
      appid: string
      mchid: string
      out_trade_no: string
      description: string
      scenekey?: string | undefined
      amount: { total: number; currency: string }
      payer: { openid: string }
      time_expire?: string | undefined
      attach?: string | undefined
      goods_tag?: string | undefined
      scene_info: {
        payer_client_ip: string
        device_id?: string | undefined
        store_info?: {
          id: string
          name?: string | undefined
          area_code?: string | undefined
          address?: string | undefined
        } | undefined
      }
      detail?: {
        cost_price?: number | undefined
        invoice_id?: string | undefined
        goods_detail?: readonly {
          merchant_goods_id: string
          wechatpay_goods_id?: string | undefined
          goods_name?: string | undefined
          quantity: number
          unit_price: number
        }[] | undefined
      } | undefined
    }
    data: { prepay_id: string }
  }
  /** Page 98115 of 2024-12-09: https://developer.work.weixin.qq.com/document/path/98115 */
  'POST /cgi-bin/miniapppay/get_bill': {
    json: {
      bill_date: string
      mchid: string
      bill_type?: 'ALL' | 'SUCCESS' | 'REFUND' | (string & {}) | undefined
      tar_type?: string | undefined
    }
    data: { download_url: string; hash_type: string; hash_value: string; auth: string }
  }
  /** Page 97323 of 2022-11-29: https://developer.work.weixin.qq.com/document/path/97323 */
  'POST /cgi-bin/miniapppay/get_order': {
    json: { mchid: string; out_trade_no: string }
    data: {
      mchid: string
      out_trade_no: string
      trade_state: 'SUCCESS' | 'REFUND' | 'NOTPAY' | 'CLOSED' | 'REVOKED' | 'USERPAYING' | 'PAYERROR' | 'ACCEPT' | (string & {})
      trade_state_desc: string
      payer?: { openid: string }
      transaction_id: string
      trade_type?: 'JSAPI' | 'NATIVE' | 'MICROPAY' | 'FACEPAY' | (string & {})
      bank_type?: string
      attach?: string
      success_time?: string
      amount?: { total?: number; payer_total?: number; currency?: string; payer_currency?: string }
      scene_info?: { device_id?: string }
      promotion_detail?: {
        coupon_id?: string
        name?: string
        scope?: 'GLOBAL' | 'SINGLE' | (string & {})
        type?: 'CASH' | 'NOCASH' | (string & {})
        amount: number
        stock_id?: string
        wechatpay_contribute?: number
        merchant_contribute?: number
        other_contribute?: number
        currency?: string
        goods_detail?: {
          goods_id: string
          quantity: number
          unit_price: number
          discount_amount: number
          goods_remark?: string
        }
      }
    }
  }
  /** Page 97352 of 2023-02-07: https://developer.work.weixin.qq.com/document/path/97352 */
  'POST /cgi-bin/miniapppay/get_refund_detail': {
    json: { mchid: string; out_refund_no: string }
    data: {
      out_refund_no: string
      out_trade_no: string
      channel: 'ORIGINAL' | 'BALANCE' | 'OTHER_BALANCE' | 'OTHER_BANKCARD' | (string & {})
      user_received_account: string
      success_time?: string
      create_time: string
      status: 'SUCCESS' | 'CLOSE' | 'PROCESSING' | 'ABNORMAL' | (string & {})
      amount: { refund: number; payer_refund?: number; discount_refund?: number; currency: string }
      refund_id: string
      transaction_id: string
      promotion_detail?: {
        promotion_id?: string
        scope?: 'GLOBAL' | 'SINGLE' | (string & {})
        type?: 'COUPON' | 'DISCOUNT' | (string & {})
        amount?: number
        refund_amount?: number
      }[]
    }
  }
  /** Page 98130 of 2023-02-02: https://developer.work.weixin.qq.com/document/path/98130 */
  'POST /cgi-bin/miniapppay/get_sign': {
    json: {
      appid: string
      prepay_id: string
      sign_type?: string | undefined
      nonce: string
      timestamp: number
    }
    data: { pay_sign: string }
  }
  /** Page 97333 of 2023-03-09: https://developer.work.weixin.qq.com/document/path/97333 */
  'POST /cgi-bin/miniapppay/refund': {
    json: {
      mchid: string
      appid: string
      out_trade_no: string
      out_refund_no: string
      reason?: string | undefined
      funds_account?: string | undefined
      amount: { refund: number; total: number; currency: string }
    }
    data: {
      out_refund_no: string
      amount: { refund: number; currency: string; payer_refund?: number; discount_refund?: number }
      promotion_detail?: {
        promotion_id?: string
        scope?: 'GLOBAL' | 'SINGLE' | (string & {})
        type?: 'COUPON' | 'DISCOUNT' | (string & {})
        amount?: number
        refund_amount?: number
      }[]
    }
  }
}
