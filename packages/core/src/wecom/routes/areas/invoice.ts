/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */

/** Invoices · 电子发票: 4 routes. */
export interface InvoiceRoutes {
  /** Page 90284 of 2024-03-01: https://developer.work.weixin.qq.com/document/path/90284 */
  'POST /cgi-bin/card/invoice/reimburse/getinvoiceinfo': {
    json: { card_id: string; encrypt_code: string }
    data: {
      card_id: string
      begin_time: number
      end_time: number
      openid: string
      type: string
      payee: string
      detail: string
      user_info: {
        fee: number
        title: string
        billing_time: number
        billing_no: string
        billing_code: string
        info?: { name: string; num?: number; unit?: string; fee?: number; price: number }[]
        fee_without_tax: number
        tax: number
        detail: string
        pdf_url: string
        reimburse_status: 'INVOICE_REIMBURSE_INIT' | 'INVOICE_REIMBURSE_LOCK' | 'INVOICE_REIMBURSE_CLOSURE' | (string & {})
        check_code: string
        trip_pdf_url?: string
        buyer_number?: string
        buyer_address_and_phone?: string
        buyer_bank_account?: string
        seller_number?: string
        seller_address_and_phone?: string
        seller_bank_account?: string
        remarks?: string
        cashier?: string
        maker?: string
      }
    }
  }
  /** Page 90287 of 2023-06-15: https://developer.work.weixin.qq.com/document/path/90287 */
  'POST /cgi-bin/card/invoice/reimburse/getinvoiceinfobatch': {
    json: { item_list: readonly { card_id: string; encrypt_code: string }[] }
    data: {
      item_list: {
        card_id: string
        openid: string
        type: string
        payee: string
        detail: string
        user_info: {
          fee: number
          title: string
          billing_time: number
          billing_no: string
          billing_code: string
          info?: { name: string; num?: number; unit?: string; fee?: number; price: number }[]
          fee_without_tax: number
          tax: number
          detail: string
          pdf_url: string
          reimburse_status: 'INVOICE_REIMBURSE_INIT' | 'INVOICE_REIMBURSE_LOCK' | 'INVOICE_REIMBURSE_CLOSURE' | (string & {})
          order_id?: string
          check_code: string
          buyer_number: string
          trip_pdf_url?: string
          buyer_address_and_phone?: string
          buyer_bank_account?: string
          seller_number?: string
          seller_address_and_phone?: string
          seller_bank_account?: string
          remarks?: string
          cashier?: string
          maker?: string
        }
        begin_time?: number
        end_time?: number
        user_card_status?: string
      }[]
    }
  }
  /** Page 90285 of 2017-08-24: https://developer.work.weixin.qq.com/document/path/90285 */
  'POST /cgi-bin/card/invoice/reimburse/updateinvoicestatus': {
    json: {
      card_id: string
      encrypt_code: string
      reimburse_status: 'INVOICE_REIMBURSE_INIT' | 'INVOICE_REIMBURSE_LOCK' | 'INVOICE_REIMBURSE_CLOSURE' | (string & {})
    }
    data: object
  }
  /** Page 90286 of 2020-10-10: https://developer.work.weixin.qq.com/document/path/90286 */
  'POST /cgi-bin/card/invoice/reimburse/updatestatusbatch': {
    json: {
      openid: string
      reimburse_status: 'INVOICE_REIMBURSE_INIT' | 'INVOICE_REIMBURSE_LOCK' | 'INVOICE_REIMBURSE_CLOSURE' | (string & {})
      invoice_list: readonly { card_id: string; encrypt_code: string }[]
    }
    data: object
  }
}
