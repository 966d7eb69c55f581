/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */
import type { ApplicationControl, ApprovalControl } from '../../approvals/approval-control.ts'

/** Approvals · 审批: 11 routes. */
export interface ApprovalRoutes {
  /** Page 91530 of 2019-11-22: https://developer.work.weixin.qq.com/document/path/91530 */
  'POST /cgi-bin/corp/getapprovaldata': {
    json: { starttime: number; endtime: number; next_spnum?: number | undefined }
    data: {
      count?: number
      total?: number
      next_spnum?: number
      data?: {
        spname?: string
        apply_name?: string
        apply_org?: string
        approval_name?: string[]
        notify_name?: string[]
        /** 1 | 2 | 3 | 4 | 6 | 10 */ sp_status?: number
        sp_num?: number
        mediaids?: string[]
        apply_time?: number
        apply_user_id?: string
        expense?: {
          /** 1 | 2 | 3 | 4 */ expense_type?: number
          reason?: string
          item?: {
            /** 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 */ expenseitem_type?: number
            time?: number
            sums?: number
            reason?: string
          }[]
        }
        comm?: { apply_data?: string }
        leave?: {
          timeunit?: number
          leave_type?: number
          start_time?: number
          end_time?: number
          duration?: number
          reason?: string
        }
      }[]
    }
  }
  /** Page 90269 of 2023-11-29: https://developer.work.weixin.qq.com/document/path/90269 */
  'POST /cgi-bin/corp/getopenapprovaldata': {
    json: { thirdNo: string }
    data: {
      data: {
        ThirdNo: number | string
        OpenTemplateId: string
        OpenSpName: string
        OpenSpstatus: number
        ApplyTime: number
        ApplyUsername: string
        ApplyUserParty: string
        ApplyUserImage: string
        ApplyUserId: string
        ApprovalNodes: {
          ApprovalNode: {
            NodeStatus: number
            NodeAttr: number
            NodeType: number
            Items: {
              Item: {
                ItemName: string
                ItemParty: string
                ItemImage: string
                ItemUserId: string
                ItemStatus: number
                ItemSpeech?: string
                ItemOpTime?: number
              }[]
            }
          }[]
        }
        NotifyNodes: {
          NotifyNode: { ItemName: string; ItemParty: string; ItemImage: string; ItemUserId: string }[]
        }
        ApproverStep?: number
      }
    }
  }
  /** Page 91853 of 2024-11-06: https://developer.work.weixin.qq.com/document/path/91853 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/oa/applyevent': {
    json: {
      creator_userid: string
      template_id: string
      /** 0 | 1 */ use_template_approver: number
      choose_department?: number | undefined
      process?: {
        node_list: readonly {
          /** 1 | 2 | 3 */ type: number
          /** 1 | 2 | 3 */ apv_rel?: number | undefined
          userid: readonly string[]
        }[]
      } | undefined
      apply_data: { contents: readonly ApplicationControl[] }
      /** at most 3 items */ summary_list: readonly { summary_info: readonly { text: string; lang: string }[] }[]
      approver?: readonly { attr?: number | undefined; userid?: readonly string[] | undefined }[] | undefined
      notify_type?: number | undefined
      notifyer?: readonly string[] | undefined
    }
    data: { sp_no: string }
  }
  /** Page 97437 of 2024-07-05: https://developer.work.weixin.qq.com/document/path/97437 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/oa/approval/create_template': {
    json: {
      template_name: readonly {
        /** at most 40 characters */ text: string
        lang: string
      }[]
      template_content: {
        controls: readonly {
          property: {
            control: 'Text' | 'Textarea' | 'Number' | 'Money' | 'Date' | 'Selector' | 'Contact' | 'Tips' | 'File' | 'Table' | 'Location' | 'RelatedApproval' | 'DateRange' | 'PhoneNumber' | 'Vacation' | 'Attendance' | 'BankAccount' | (string & {})
            id: string
            title: readonly {
              /** at most 40 characters */ text: string
              lang: string
            }[]
            placeholder?: readonly {
              /** at most 80 characters */ text?: string | undefined
              lang?: string | undefined
            }[] | undefined
            /** 0 | 1 */ require?: number | undefined
            /** 0 | 1 */ un_print?: number | undefined
          }
          config?: {
            selector?: {
              type?: 'single' | 'multi' | (string & {}) | undefined
              options?: readonly {
                key?: string | undefined
                value?: { text?: string | undefined; lang?: string | undefined } | undefined
              }[] | undefined
            } | undefined
            date?: { type?: 'day' | 'hour' | (string & {}) | undefined } | undefined
            contact?: {
              type?: 'single' | 'multi' | (string & {}) | undefined
              mode?: 'user' | 'department' | (string & {}) | undefined
            } | undefined
            tips?: {
              tips_content?: readonly {
                text?: {
                  sub_text?: readonly {
                    /** 1 | 2 */ type?: number | undefined
                    content?: {
                      plain_text?: { content?: string | undefined } | undefined
                      link?: {
                        title?: string | undefined
                        /** at most 600 characters */ url?: string | undefined
                      } | undefined
                    } | undefined
                  }[] | undefined
                } | undefined
                lang?: string | undefined
              }[] | undefined
            } | undefined
            file?: {
              /** 0 | 1 */ is_only_photo?: number | undefined
            } | undefined
            table?: {
              /** 0 | 1 */ print_format?: number | undefined
              children?: readonly {
                property?: {
                  control?: string | undefined
                  id?: string | undefined
                  title?: readonly { text?: string | undefined; lang?: string | undefined }[] | undefined
                  placeholder?: readonly { text?: string | undefined; lang?: string | undefined }[] | undefined
                  require?: number | undefined
                  un_print?: number | undefined
                } | undefined
                config?: {
                  file?: { is_only_photo?: number | undefined } | undefined
                  date?: { type?: string | undefined } | undefined
                } | undefined
              }[] | undefined
            } | undefined
            attendance?: {
              type?: number | undefined
              date_range?: {
                type?: 'halfday' | 'hour' | (string & {}) | undefined
                /** 0 | 1 */ official_holiday?: number | undefined
                perday_duration?: number | undefined
              } | undefined
            } | undefined
            location?: { distance?: number | undefined } | undefined
            related_approval?: { template_id?: readonly string[] | undefined } | undefined
            date_range?: {
              type?: string | undefined
              /** 0 | 1 */ official_holiday?: number | undefined
              perday_duration?: number | undefined
            } | undefined
            vacation_list?: {
              item?: readonly {
                id?: number | undefined
                name?: readonly { lang?: string | undefined; text?: string | undefined }[] | undefined
              }[] | undefined
            } | undefined
          } | undefined
        }[]
      }
    }
    data: { template_id: string }
  }
  /** Page 97438 of 2024-09-18: https://developer.work.weixin.qq.com/document/path/97438 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/oa/approval/update_template': {
    json: {
      template_id: string
      template_name: readonly {
        /** at most 40 characters */ text: string
        lang: string
      }[]
      template_content: {
        controls: readonly {
          property: {
            control: string
            id: string
            title?: readonly { text: string; lang: string }[] | undefined
            placeholder?: readonly { text: string; lang: string }[] | undefined
            require?: number | undefined
            un_print: number
          }
          config?: {
            selector?: {
              type?: 'single' | 'multi' | (string & {}) | undefined
              options?: readonly {
                key?: string | undefined
                value?: { text?: string | undefined; lang?: string | undefined } | undefined
              }[] | undefined
            } | undefined
            date?: { type?: 'day' | 'hour' | (string & {}) | undefined } | undefined
            contact?: {
              type?: 'single' | 'multi' | (string & {}) | undefined
              mode?: 'user' | 'department' | (string & {}) | undefined
            } | undefined
            tips?: {
              tips_content?: readonly {
                text?: {
                  sub_text?: readonly {
                    /** 1 | 2 */ type?: number | undefined
                    content?: {
                      plain_text?: { content?: string | undefined } | undefined
                      link?: {
                        title?: string | undefined
                        /** at most 600 characters */ url?: string | undefined
                      } | undefined
                    } | undefined
                  }[] | undefined
                } | undefined
                lang?: string | undefined
              }[] | undefined
            } | undefined
            file?: {
              /** 0 | 1 */ is_only_photo?: number | undefined
            } | undefined
            table?: {
              /** 0 | 1 */ print_format?: number | undefined
              children?: readonly {
                property?: {
                  control?: string | undefined
                  id?: string | undefined
                  title?: readonly { text?: string | undefined; lang?: string | undefined }[] | undefined
                  placeholder?: readonly { text?: string | undefined; lang?: string | undefined }[] | undefined
                  require?: number | undefined
                  un_print?: number | undefined
                } | undefined
                config?: {
                  file?: { is_only_photo?: number | undefined } | undefined
                  date?: { type?: string | undefined } | undefined
                } | undefined
              }[] | undefined
            } | undefined
            attendance?: {
              type?: number | undefined
              date_range?: {
                type?: 'halfday' | 'hour' | (string & {}) | undefined
                /** 0 | 1 */ official_holiday?: number | undefined
                perday_duration?: number | undefined
              } | undefined
            } | undefined
            location?: { distance?: number | undefined } | undefined
            related_approval?: { template_id?: readonly string[] | undefined } | undefined
            date_range?: {
              type?: string | undefined
              /** 0 | 1 */ official_holiday?: number | undefined
              perday_duration?: number | undefined
            } | undefined
            vacation_list?: {
              item?: readonly {
                id?: number | undefined
                name?: readonly { lang?: string | undefined; text?: string | undefined }[] | undefined
              }[] | undefined
            } | undefined
          } | undefined
        }[]
      }
    }
    data: object
  }
  /** Page 91983 of 2024-12-20: https://developer.work.weixin.qq.com/document/path/91983 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/oa/getapprovaldetail': {
    json: { sp_no: string }
    data: {
      info: {
        sp_no: string
        sp_name: string
        /** 1 | 2 | 3 | 4 | 6 | 7 | 10 */ sp_status: number
        template_id: string
        apply_time: number
        applyer?: { userid: string; partyid: number | string }
        sp_record: {
          /** 1 | 2 | 3 | 4 | 11 | 12 | 13 */ sp_status: number
          /** 1 | 2 */ approverattr: number
          details: {
            approver: { userid: string }
            speech?: string
            /** 1 | 2 | 3 | 4 | 11 | 12 | 13 */ sp_status: number
            sptime?: number | string
            media_id?: string[]
          }[]
        }[]
        notifyer?: { userid: string }[]
        apply_data: { contents: ApprovalControl[] }
        comments: {
          commentUserInfo: { userid: string }
          commenttime: number
          commentcontent: string
          commentid: number | string
          media_id: string[]
        }[]
        process_list?: {
          node_list: {
            /** 1 | 2 | 3 */ node_type: number
            /** 1 | 2 | 3 | 4 | 11 | 12 | 13 | 14 | 15 */ sp_status?: number
            /** 1 | 2 | 3 */ apv_rel?: number
            sub_node_list: {
              userid: string
              speech?: string
              /** 1 | 2 | 3 | 4 | 11 | 12 | 13 | 14 | 15 */ sp_yj?: number
              sptime?: number
              media_ids?: string[]
              Sptime?: number
              Speech?: string
            }[]
          }[]
        }
        batch_applyer?: { userid?: string }
      }
    }
  }
  /** Page 91816 of 2024-07-05: https://developer.work.weixin.qq.com/document/path/91816 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/oa/getapprovalinfo': {
    json: {
      starttime: number | string
      endtime: number | string
      new_cursor: string
      size: number
      filters?: readonly {
        key?: 'template_id' | 'creator' | 'department' | 'sp_status' | 'record_type' | (string & {}) | undefined
        value?: string | undefined
      }[] | undefined
      cursor?: number | undefined
    }
    data: { sp_no_list: string[]; new_next_cursor?: string; next_cursor?: number }
  }
  /** Page 91982 of 2024-01-16: https://developer.work.weixin.qq.com/document/path/91982 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/oa/gettemplatedetail': {
    json: { template_id: string }
    data: {
      template_names: { text: string; lang: string }[]
      template_content: {
        controls: {
          property: {
            control: 'Text' | 'Textarea' | 'Number' | 'Money' | 'Date' | 'Selector' | 'Contact' | 'Tips' | 'File' | 'Table' | 'Attendance' | 'Vacation' | 'Location' | 'RelatedApproval' | 'Formula' | 'DateRange' | 'BankAccount' | (string & {})
            id: string
            title?: { text: string; lang: string }[]
            placeholder?: { text: string; lang: string }[]
            /** 0 | 1 */ require: number
            /** 0 | 1 */ un_print: number
          }
          config: {
            selector?: {
              type: 'single' | 'multi' | (string & {})
              exp_type?: number
              options: { key: string; value: { text: string; lang: string }[] }[]
              op_relations?: { key?: string; relation_list?: { related_control_id?: string; action?: string } }
            }
            date?: { type: 'day' | 'hour' | (string & {}) }
            contact?: {
              type: 'single' | 'multi' | (string & {})
              mode: 'user' | 'department' | (string & {})
            }
            table?: {
              children: {
                property?: {
                  control?: string
                  id?: string
                  title?: { text?: string; lang?: string }[]
                  placeholder?: { text?: string; lang?: string }[]
                  require?: number
                  un_print?: number
                }
              }[]
              stat_field?: unknown[]
              print_format?: number
            }
            attendance?: {
              date_range: {
                type: 'hour' | 'halfday' | (string & {})
                official_holiday?: number
                perday_duration?: number
              }
              /** 1 | 3 | 4 | 5 */ type: number
            }
            vacation_list?: { item: { id: number; name: { text: string; lang: string }[] }[] }
            tips?: {
              tips_content: {
                text: {
                  sub_text: {
                    /** 1 | 2 */ type: number
                    content: { plain_text?: { content: string }; link?: { title: string; url: string } }
                  }[]
                }
                lang: string
              }[]
            }
            file?: { is_only_photo?: boolean | number }
            date_range?: { type?: string; official_holiday?: number; perday_duration?: number }
            location?: { distance?: number }
            related_approval?: { template_id?: string[] }
          }
        }[]
      }
    }
  }
  /** Page 93375 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/93375 New corps: not with a system app's own secret since 2023-12-01. */
  'GET /cgi-bin/oa/vacation/getcorpconf': {
    data: {
      lists: {
        id: number
        name: string
        /** 0 | 1 */ time_attr: number
        /** 0 | 1 */ duration_type: number
        quota_attr: {
          /** 0 | 1 | 2 | 3 */ type: number
          autoreset_time?: number
          autoreset_duration?: number
          /** 0 | 1 | 2 */ quota_rule_type: number
          quota_rules: {
            list: { quota: number; begin: number; end: number; based_on_actual_work_time?: boolean }[]
            based_on_actual_work_time: boolean
          }
          at_entry_date: boolean
          auto_reset_month_day?: number
        }
        perday_duration: number
        /** 0 | 1 */ is_newovertime: number
        enter_comp_time_limit: number
        expire_rule?: {
          /** 1 | 2 | 3 | 4 */ type: number
          duration: number | string
          date?: { month: number; day: number }
          extern_duration_enable: boolean
          extern_duration?: { month: number; day: number }
        }
      }[]
    }
  }
  /** Page 93376 of 2023-12-01: https://developer.work.weixin.qq.com/document/path/93376 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/oa/vacation/getuservacationquota': {
    json: { userid: string }
    data: {
      lists: {
        id: number
        assignduration: number
        usedduration: number
        leftduration: number
        vacationname: string
        real_assignduration: number
      }[]
    }
  }
  /** Page 93377 of 2023-11-30: https://developer.work.weixin.qq.com/document/path/93377 New corps: not with a system app's own secret since 2023-12-01. */
  'POST /cgi-bin/oa/vacation/setoneuserquota': {
    json: {
      userid: string
      vacation_id: number
      leftduration: number
      /** 0 | 1 */ time_attr: number
      /** at most 200 characters */ remarks?: string | undefined
    }
    data: object
  }
}
