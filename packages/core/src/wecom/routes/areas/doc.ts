/*
 * Written from `tools/routes/routes.json` by `tools/write-routes.ts`: change those, then run the latter. Types only.
 */

/** Documents, sheets and forms · 文档: 48 routes. */
export interface DocRoutes {
  /** Page 97460 of 2025-07-16: https://developer.work.weixin.qq.com/document/path/97460 */
  'POST /cgi-bin/wedoc/create_doc': {
    json: {
      spaceid?: string | undefined
      fatherid?: string | undefined
      doc_type: number
      /** at most 255 characters, longer is cut */ doc_name: string
      admin_users?: readonly string[] | undefined
    }
    data: { url: string; docid: string }
  }
  /** Page 97462 of 2025-08-18: https://developer.work.weixin.qq.com/document/path/97462 */
  'POST /cgi-bin/wedoc/create_form': {
    json: {
      spaceid?: string | undefined
      fatherid?: string | undefined
      form_info: {
        form_title: string
        form_desc?: string | undefined
        form_header?: string | undefined
        form_question: {
          /** at most 200 items */ items: readonly {
            question_id: number
            title: string
            pos: number
            /** 1 | 2 */ status: number
            /** 1 | 2 | 3 | 5 | 9 | 10 | 11 | 14 | 15 | 16 | 17 | 18 | 19 | 22 */ reply_type: number
            must_reply: boolean
            note?: string | undefined
            option_item: readonly {
              key: number
              value: string
              /** 1 | 2 */ status: number
            }[]
            placeholder?: string | undefined
            question_extend_setting?: {
              text_setting?: {
                /** 0 | 1 | 2 | 3 | 4 | 5 | 6 */ validation_type?: number | undefined
                /** 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 */ validation_detail?: number | undefined
                char_len?: number | undefined
                number_min?: number | undefined
                number_max?: number | undefined
              } | undefined
              radio_setting?: { add_other_option?: boolean | undefined } | undefined
              checkbox_setting?: {
                add_other_option?: boolean | undefined
                /** 0 | 1 | 2 | 3 */ type?: number | undefined
                number?: number | undefined
              } | undefined
              location_setting?: {
                /** 0 | 1 | 2 | 3 | 4 */ location_type?: number | undefined
                /** 0 | 1 | 2 | 3 */ distance_type?: number | undefined
              } | undefined
              image_setting?: {
                camera_only?: boolean | undefined
                upload_image_limit?: {
                  /** 0 | 1 */ count_limit_type?: number | undefined
                  count?: number | undefined
                  /** at most 3000 */ max_size?: number | string | undefined
                } | undefined
              } | undefined
              file_setting?: {
                upload_file_limit?: {
                  /** 0 | 1 */ count_limit_type?: number | undefined
                  count?: number | undefined
                  /** at most 3000 */ max_size?: number | string | undefined
                } | undefined
                camera_only?: boolean | undefined
                upload_image_limit?: {
                  count_limit_type?: number | undefined
                  count?: number | undefined
                  max_size?: number | undefined
                } | undefined
              } | undefined
              date_setting?: {
                /** 0 | 1 | 2 */ date_format_type?: number | undefined
              } | undefined
              time_setting?: {
                /** 0 | 1 */ time_format_type?: number | undefined
              } | undefined
              duration_setting?: {
                /** 1 | 2 */ time_scale?: number | undefined
                /** 1 | 2 */ date_type?: number | undefined
                day_range?: number | undefined
              } | undefined
              temperature_setting?: {
                /** 0 | 1 */ unit_type?: number | undefined
              } | undefined
              department_setting?: { allow_multiple_selection?: boolean | undefined } | undefined
              member_setting?: { allow_multiple_selection?: boolean | undefined } | undefined
            } | undefined
          }[]
        }
        form_setting?: {
          /** 0 | 1 | 4 */ fill_out_auth?: number | undefined
          fill_in_range?: {
            userids?: readonly string[] | undefined
            departmentids?: readonly number[] | undefined
          } | undefined
          setting_manager_range?: { userids?: readonly string[] | undefined } | undefined
          timed_repeat_info?: {
            enable?: boolean | undefined
            week_flag?: number | undefined
            remind_time?: number | undefined
            /** 0 | 1 | 2 */ repeat_type?: number | undefined
            skip_holiday?: boolean | undefined
            day_of_month?: number | undefined
            /** 0 | 1 | 2 | 3 | 4 */ fork_finish_type?: number | undefined
          } | undefined
          allow_multi_fill?: boolean | undefined
          timed_finish?: number | undefined
          can_anonymous?: boolean | undefined
          can_notify_submit?: boolean | undefined
          max_fill_cnt?: number | undefined
        } | undefined
      }
    }
    data: { formid: string }
  }
  /** Page 97735 of 2025-12-25: https://developer.work.weixin.qq.com/document/path/97735 */
  'POST /cgi-bin/wedoc/del_doc': {
    json?: { docid?: string | undefined; formid?: string | undefined }
    data: object
  }
  /** Page 97461 of 2024-05-30: https://developer.work.weixin.qq.com/document/path/97461 */
  'POST /cgi-bin/wedoc/doc_get_auth': {
    json: { docid: string }
    data: {
      access_rule: {
        enable_corp_internal: boolean
        /** 1 | 2 */ corp_internal_auth: number
        enable_corp_external: boolean
        /** 1 | 2 */ corp_external_auth: number
        corp_internal_approve_only_by_admin?: boolean
        corp_external_approve_only_by_admin?: boolean
        ban_share_external: boolean
      }
      secure_setting: {
        enable_readonly_copy: boolean
        watermark?: {
          /** 1 | 2 */ margin_type: number
          show_visitor_name: boolean
          show_text: boolean
          text: string
        }
        enable_readonly_comment: boolean
      }
      doc_member_list?: {
        type: number
        userid?: string
        /** 1 | 2 | 7 */ auth: number
        tmp_external_userid?: string
        departmentid?: number
      }[]
      co_auth_list?: {
        type: number
        departmentid?: number | string
        /** 1 | 2 */ auth: number
        userid?: string
        tmp_external_userid?: string
      }[]
    }
  }
  /** Page 97733 of 2024-05-30: https://developer.work.weixin.qq.com/document/path/97733 */
  'POST /cgi-bin/wedoc/doc_share': {
    json?: { docid?: string | undefined; formid?: string | undefined }
    data: { share_url: string }
  }
  /** Page 97626 of 2025-07-17: https://developer.work.weixin.qq.com/document/path/97626 */
  'POST /cgi-bin/wedoc/document/batch_update': {
    json: {
      docid: string
      requests: readonly {
        insert_text?: { text?: string | undefined; location?: { index?: number | undefined } | undefined } | undefined
        insert_table?: {
          rows?: number | undefined
          cols?: number | undefined
          location?: { index?: number | undefined } | undefined
        } | undefined
        replace_text?: {
          text?: string | undefined
          /** at most 10 items */ ranges?: readonly { start_index?: number | undefined; length?: number | undefined }[] | undefined
        } | undefined
        delete_content?: {
          range?: { start_index?: number | undefined; length?: number | undefined } | undefined
        } | undefined
        insert_image?: {
          image_id?: string | undefined
          location?: { index?: number | undefined } | undefined
          width?: number | undefined
          height?: number | undefined
        } | undefined
        insert_page_break?: { location?: { index?: number | undefined } | undefined } | undefined
        insert_paragraph?: { location?: { index?: number | undefined } | undefined } | undefined
        update_text_property?: {
          text_property?: {
            bold?: boolean | undefined
            color?: string | undefined
            background_color?: string | undefined
            blod?: boolean | undefined
          } | undefined
          /** at most 10 items */ ranges?: readonly { start_index?: number | undefined; length?: number | undefined }[] | undefined
          bold?: boolean | undefined
          color?: string | undefined
          background_color?: string | undefined
        } | undefined
      }[]
      /** at most 100 */ version?: number | undefined
    }
    data: object
  }
  /** Page 101161 of 2023-10-19: https://developer.work.weixin.qq.com/document/path/101161 */
  'POST /cgi-bin/wedoc/document/get': {
    json: { docid: string }
    data: {
      version?: number
      document?: {
        begin?: number
        end?: number
        property?: {
          section_property?: {
            page_size?: { width?: number; height?: number; orientation?: { orientation?: string } | string }
            page_margins?: { top?: number; right?: number; bottom?: number; left?: number }
          }
          paragraph_property?: {
            number_property?: { nesting_level?: number; number_id?: string }
            spacing?: { before?: number; after?: number; line?: number; line_rule?: string }
            indent?: {
              left?: number
              left_chars?: number
              right?: number
              right_chars?: number
              hanging?: number
              hanging_chars?: number
              first_line?: number
              first_line_chars?: number
            }
            alignment_type?: string
            text_direction?: string
          }
          run_property?: {
            font?: string
            bold?: boolean
            italics?: boolean
            underline?: boolean
            strike?: boolean
            color?: string
            spacing?: number
            size?: number
            shading?: { foreground_color?: string; background_color?: string }
            vertical_align?: string
            is_placeholder?: boolean
          }
          table_property?: {
            table_width?: { width?: number; type?: string }
            horizontal_alignment_type?: string
            table_layout?: string
          }
          table_row_property?: { is_header?: boolean }
          table_cell_property?: {
            table_cell_borders?: {
              top?: { color?: string; width?: number }
              left?: { color?: string; width?: number }
              bottom?: { color?: string; width?: number }
              right?: { color?: string; width?: number }
            }
            vertical_alignment?: string
          }
          drawing_property?: {
            inline_keyword?: {
              picture?: {
                uri?: string
                relative_rect?: { left?: number; top?: number; right?: number; bottom?: number }
                shape?: { transform?: { extent?: { cx?: number; cy?: number }; rotation?: number } }
              }
              addon?: { addon_id?: string; addon_source?: string }
            }
            anchor?: {
              picture?: {
                uri?: string
                relative_rect?: { left?: number; top?: number; right?: number; bottom?: number }
                shape?: { transform?: { extent?: { cx?: number; cy?: number }; rotation?: number } }
                position_horizontal?: { pos_offset?: number; relative_from?: string }
                position_vertical?: { pos_offset?: number; relative_from?: string }
                wrap_none?: boolean
                wrap_square?: { wrap_text?: string }
                wrap_top_and_bottom?: boolean
                behind_doc?: boolean
                allow_overlap?: boolean
              }
            }
            is_placeholder?: boolean
          }
        }
        type?: string
        children?: Record<string, unknown>[]
        text?: string
      }
    }
  }
  /** Page 97734 of 2024-05-30: https://developer.work.weixin.qq.com/document/path/97734 */
  'POST /cgi-bin/wedoc/get_doc_base_info': {
    json: { docid: string }
    data: {
      doc_base_info: {
        docid: string
        doc_name: string
        create_time: number | string
        modify_time: number | string
        doc_type: number
      }
    }
  }
  /** Page 97819 of 2023-07-12: https://developer.work.weixin.qq.com/document/path/97819 */
  'POST /cgi-bin/wedoc/get_form_answer': {
    json: {
      repeated_id: string
      /** at most 100 items */ answer_ids: readonly number[]
    }
    data: {
      answer: {
        answer_list: {
          answer_id: number | string
          user_name: string
          ctime: number | string
          mtime: number | string
          reply: {
            items: {
              question_id: number | string
              text_reply?: string
              option_reply?: number[]
              file_extend_reply?: { name: string; fileid: string }[]
              option_extend_reply?: { option_reply: number; extend_text: string }[]
              department_reply?: { list: { department_id: number }[] }
              member_reply?: { list: { userid: string }[] }
              duration_reply?: {
                begin_time: number
                end_time: number
                time_scale: number
                day_range: number
                days?: number
                hours?: number
              }
            }[]
          }
          /** 1 | 3 */ answer_status: number
          tmp_external_userid?: string
          userid?: string
        }[]
      }
    }
  }
  /** Page 97817 of 2023-03-15: https://developer.work.weixin.qq.com/document/path/97817 */
  'POST /cgi-bin/wedoc/get_form_info': {
    json: { formid: string }
    data: {
      form_info: {
        formid: string
        form_title: string
        form_desc: string
        form_header: string
        form_question: {
          items: {
            question_id: number
            title: string
            pos: number
            status: number
            reply_type: number
            must_reply: boolean
            note?: string
            placeholder?: string
            option_item?: { key: number; value: string; status: number }[]
            question_extend_setting?: {
              text_setting?: {
                /** 0 | 1 | 2 | 3 | 4 | 5 | 6 */ validation_type?: number
                /** 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 */ validation_detail?: number
                char_len?: number
                number_min?: number
                number_max?: number
              }
              radio_setting?: { add_other_option?: boolean }
              checkbox_setting?: {
                add_other_option?: boolean
                /** 0 | 1 | 2 | 3 */ type?: number
                number?: number
              }
              location_setting?: {
                /** 0 | 1 | 2 | 3 | 4 */ location_type?: number
                /** 0 | 1 | 2 | 3 */ distance_type?: number
              }
              image_setting?: {
                camera_only?: boolean
                upload_image_limit?: {
                  /** 0 | 1 */ count_limit_type?: number
                  count?: number
                  /** at most 3000 */ max_size?: number | string
                }
              }
              file_setting?: {
                upload_file_limit?: {
                  /** 0 | 1 */ count_limit_type?: number
                  count?: number
                  /** at most 3000 */ max_size?: number | string
                }
                camera_only?: boolean
                upload_image_limit?: { count_limit_type?: number; count?: number; max_size?: number }
              }
              date_setting?: {
                /** 0 | 1 | 2 */ date_format_type?: number
              }
              time_setting?: {
                /** 0 | 1 */ time_format_type?: number
              }
              duration_setting?: {
                /** 1 | 2 */ time_scale?: number
                /** 1 | 2 */ date_type?: number
                day_range?: number
              }
              temperature_setting?: {
                /** 0 | 1 */ unit_type?: number
              }
              department_setting?: { allow_multiple_selection?: boolean }
              member_setting?: { allow_multiple_selection?: boolean }
            }
          }[]
        }
        form_setting: {
          fill_out_auth: number
          fill_in_range?: { departmentids?: number[]; userids?: string[] }
          setting_manager_range?: { userids: string[] }
          timed_repeat_info?: {
            enable: boolean
            remind_time?: number
            rule_ctime?: number
            rule_mtime?: number
            repeat_type?: number
            skip_holiday?: boolean
            week_flag?: number
            day_of_month?: number
            fork_finish_type?: number
          }
          allow_multi_fill?: boolean
          timed_finish?: number
          can_anonymous: boolean
          can_notify_submit: boolean
          max_fill_cnt?: number
        }
        repeated_id?: string[]
      }
    }
  }
  /** Page 97818 of 2023-03-07: https://developer.work.weixin.qq.com/document/path/97818 */
  'POST /cgi-bin/wedoc/get_form_statistic': {
    json: {
      repeated_id: string
      /** 1 | 2 | 3 */ req_type: number
      start_time?: number | string | undefined
      end_time?: number | string | undefined
      /** at most 10000 */ limit?: number | string | undefined
      cursor?: number | string | undefined
    }
    data: {
      fill_cnt: number | string
      fill_user_cnt: number | string
      unfill_user_cnt: number | string
      submit_users?: {
        userid?: string
        submit_time: number | string
        answer_id: number | string
        user_name: string
        tmp_external_userid?: string
      }[]
      has_more?: boolean
      cursor?: number | string
      unfill_users?: { userid: string; user_name: string }[]
    }
  }
  /** Page 99933 of 2024-05-30: https://developer.work.weixin.qq.com/document/path/99933 */
  'POST /cgi-bin/wedoc/image_upload': {
    json: { docid: string; base64_content: string }
    data: { url?: string; height?: number | string; width?: number | string; size?: number | string }
  }
  /** Page 97778 of 2025-12-25: https://developer.work.weixin.qq.com/document/path/97778 */
  'POST /cgi-bin/wedoc/mod_doc_join_rule': {
    json: {
      docid: string
      enable_corp_internal?: boolean | undefined
      /** 1 | 2 */ corp_internal_auth?: number | undefined
      enable_corp_external?: boolean | number | undefined
      /** 1 | 2 */ corp_external_auth?: number | undefined
      corp_internal_approve_only_by_admin?: boolean | undefined
      corp_external_approve_only_by_admin?: boolean | undefined
      ban_share_external?: boolean | undefined
      update_co_auth_list?: boolean | undefined
      co_auth_list?: readonly {
        departmentid?: number | string | undefined
        /** 1 | 2 */ auth?: number | undefined
        type?: number | undefined
        userid?: string | undefined
        tmp_external_userid?: string | undefined
      }[] | undefined
    }
    data: object
  }
  /** Page 97781 of 2024-05-30: https://developer.work.weixin.qq.com/document/path/97781 */
  'POST /cgi-bin/wedoc/mod_doc_member': {
    json: {
      docid: string
      /** at most 100 items */ update_file_member_list?: readonly {
        type: number
        /** 1 | 2 | 7 */ auth: number
        userid?: string | undefined
        tmp_external_userid?: string | undefined
        departmentid?: number | undefined
      }[] | undefined
      del_file_member_list?: readonly {
        type: number
        userid?: string | undefined
        tmp_external_userid?: string | undefined
        departmentid?: number | undefined
        auth?: number | undefined
      }[] | undefined
    }
    data: object
  }
  /** Page 97782 of 2024-05-30: https://developer.work.weixin.qq.com/document/path/97782 */
  'POST /cgi-bin/wedoc/mod_doc_safty_setting': {
    json: {
      docid: string
      enable_readonly_copy?: boolean | undefined
      watermark?: {
        /** 1 | 2 */ margin_type?: number | undefined
        show_visitor_name?: boolean | undefined
        show_text?: boolean | undefined
        text?: string | undefined
      } | undefined
      enable_readonly_comment?: boolean | undefined
    }
    data: object
  }
  /** Page 97816 of 2025-01-03: https://developer.work.weixin.qq.com/document/path/97816 */
  'POST /cgi-bin/wedoc/modify_form': {
    json: {
      /** 1 | 2 */ oper: number
      formid: string
      form_info?: {
        form_title?: string | undefined
        form_desc?: string | undefined
        form_header?: string | undefined
        form_question?: {
          items: readonly {
            question_id: number
            title: string
            pos: number
            /** 1 | 2 */ status: number
            /** 1 | 2 | 3 | 5 | 9 | 10 | 11 | 14 | 15 | 16 | 17 | 18 | 19 | 22 */ reply_type: number
            must_reply: boolean
            note?: string | undefined
            option_item: readonly {
              key: number
              value: string
              /** 1 | 2 */ status: number
            }[]
            placeholder?: string | undefined
            question_extend_setting?: {
              text_setting?: {
                /** 0 | 1 | 2 | 3 | 4 | 5 | 6 */ validation_type?: number | undefined
                /** 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 */ validation_detail?: number | undefined
                char_len?: number | undefined
                number_min?: number | undefined
                number_max?: number | undefined
              } | undefined
              radio_setting?: { add_other_option?: boolean | undefined } | undefined
              checkbox_setting?: {
                add_other_option?: boolean | undefined
                /** 0 | 1 | 2 | 3 */ type?: number | undefined
                number?: number | undefined
              } | undefined
              location_setting?: {
                /** 0 | 1 | 2 | 3 | 4 */ location_type?: number | undefined
                /** 0 | 1 | 2 | 3 */ distance_type?: number | undefined
              } | undefined
              image_setting?: {
                camera_only?: boolean | undefined
                upload_image_limit?: {
                  /** 0 | 1 */ count_limit_type?: number | undefined
                  count?: number | undefined
                  /** at most 3000 */ max_size?: number | string | undefined
                } | undefined
              } | undefined
              file_setting?: {
                upload_file_limit?: {
                  /** 0 | 1 */ count_limit_type?: number | undefined
                  count?: number | undefined
                  /** at most 3000 */ max_size?: number | string | undefined
                } | undefined
                camera_only?: boolean | undefined
                upload_image_limit?: {
                  count_limit_type?: number | undefined
                  count?: number | undefined
                  max_size?: number | undefined
                } | undefined
              } | undefined
              date_setting?: {
                /** 0 | 1 | 2 */ date_format_type?: number | undefined
              } | undefined
              time_setting?: {
                /** 0 | 1 */ time_format_type?: number | undefined
              } | undefined
              duration_setting?: {
                /** 1 | 2 */ time_scale?: number | undefined
                /** 1 | 2 */ date_type?: number | undefined
                day_range?: number | undefined
              } | undefined
              temperature_setting?: {
                /** 0 | 1 */ unit_type?: number | undefined
              } | undefined
              department_setting?: { allow_multiple_selection?: boolean | undefined } | undefined
              member_setting?: { allow_multiple_selection?: boolean | undefined } | undefined
            } | undefined
          }[]
        } | undefined
        form_setting?: {
          /** 0 | 1 */ fill_out_auth: number
          fill_in_range?: {
            userids?: readonly string[] | undefined
            departmentids?: readonly number[] | undefined
          } | undefined
          setting_manager_range?: { userids?: readonly string[] | undefined } | undefined
          timed_repeat_info?: {
            enable?: boolean | undefined
            week_flag?: number | undefined
            remind_time?: number | undefined
            /** 0 | 1 | 2 */ repeat_type?: number | undefined
            skip_holiday?: boolean | undefined
            day_of_month?: number | undefined
            /** 0 | 1 | 2 | 3 | 4 */ fork_finish_type?: number | undefined
          } | undefined
          allow_multi_fill?: boolean | undefined
          timed_finish?: number | undefined
          can_anonymous?: boolean | undefined
          can_notify_submit?: boolean | undefined
          max_fill_cnt?: number | undefined
        } | undefined
      } | undefined
    }
    data: object
  }
  /** Page 97736 of 2024-10-28: https://developer.work.weixin.qq.com/document/path/97736 */
  'POST /cgi-bin/wedoc/rename_doc': {
    json: {
      docid?: string | undefined
      formid?: string | undefined
      /** at most 255 characters, longer is cut */ new_name: string
    }
    data: object
  }
  /** Page 101100 of 2025-08-20: https://developer.work.weixin.qq.com/document/path/101100 */
  'POST /cgi-bin/wedoc/smartsheet/add_field_group': {
    json: {
      docid: string
      sheet_id: string
      name: string
      children?: readonly { field_id?: string | undefined }[] | undefined
    }
    data: { field_group: { field_group_id: string; name: string; children: { field_id: string }[] } }
  }
  /** Page 99904 of 2026-01-07: https://developer.work.weixin.qq.com/document/path/99904 */
  'POST /cgi-bin/wedoc/smartsheet/add_fields': {
    json: {
      docid: string
      sheet_id: string
      fields: readonly {
        field_title: string
        field_type: string
        property_number?: {
          /** 0 | 1 | 2 | 3 | 4 */ decimal_places?: number | undefined
          use_separate?: boolean | undefined
        } | undefined
        property_checkbox?: { checked?: boolean | undefined } | undefined
        property_date_time?: { format?: string | undefined; auto_fill?: boolean | undefined } | undefined
        property_attachment?: { display_mode?: string | undefined } | undefined
        property_user?: { is_multiple?: boolean | undefined; is_notified?: boolean | undefined } | undefined
        property_url?: { type?: string | undefined } | undefined
        property_select?: {
          is_quick_add?: boolean | undefined
          options?: readonly { id?: string | undefined; text?: string | undefined; style?: number | undefined }[] | undefined
        } | undefined
        property_created_time?: { format?: string | undefined } | undefined
        property_modified_time?: { format?: string | undefined } | undefined
        property_progress?: {
          /** 0 | 1 | 2 | 3 | 4 */ decimal_places?: number | undefined
        } | undefined
        property_single_select?: {
          is_quick_add?: boolean | undefined
          options?: readonly { id?: string | undefined; text?: string | undefined; style?: number | undefined }[] | undefined
        } | undefined
        property_reference?: {
          sub_id?: string | undefined
          is_multiple?: boolean | undefined
          view_id?: string | undefined
          field_id?: string | undefined
        } | undefined
        property_location?: {
          input_type?: 'LOCATION_INPUT_TYPE_MANUAL' | 'LOCATION_INPUT_TYPE_AUTO' | (string & {}) | undefined
        } | undefined
        property_auto_number?: {
          type?: 'NUMBER_TYPE_INCR' | 'NUMBER_TYPE_CUSTOM' | (string & {}) | undefined
          rules?: readonly { type?: string | undefined; value?: string | undefined }[] | undefined
          reformat_existing_record?: boolean | undefined
          input_type?: string | undefined
        } | undefined
        property_currency?: {
          currency_type?: 'CURRENCY_TYPE_CNY' | 'CURRENCY_TYPE_USD' | 'CURRENCY_TYPE_EUR' | 'CURRENCY_TYPE_GBP' | 'CURRENCY_TYPE_JPY' | 'CURRENCY_TYPE_KRW' | 'CURRENCY_TYPE_HKD' | 'CURRENCY_TYPE_MOP' | 'CURRENCY_TYPE_TWD' | 'CURRENCY_TYPE_AED' | 'CURRENCY_TYPE_AUD' | 'CURRENCY_TYPE_BRL' | 'CURRENCY_TYPE_CAD' | 'CURRENCY_TYPE_CHF' | 'CURRENCY_TYPE_IDR' | 'CURRENCY_TYPE_INR' | 'CURRENCY_TYPE_MXN' | 'CURRENCY_TYPE_MYR' | 'CURRENCY_TYPE_PHP' | 'CURRENCY_TYPE_PLN' | 'CURRENCY_TYPE_RUB' | 'CURRENCY_TYPE_SGD' | 'CURRENCY_TYPE_THB' | 'CURRENCY_TYPE_TRY' | 'CURRENCY_TYPE_VND' | (string & {}) | undefined
          /** 0 | 1 | 2 | 3 | 4 */ decimal_places?: number | undefined
          use_separate?: boolean | undefined
        } | undefined
        property_ww_group?: { allow_multiple?: boolean | undefined } | undefined
        property_percentage?: {
          /** 0 | 1 | 2 | 3 | 4 */ decimal_places?: number | undefined
          use_separate?: boolean | undefined
        } | undefined
        property_barcode?: { mobile_scan_only?: boolean | undefined } | undefined
        property_text?: Record<string, unknown> | undefined
      }[]
    }
    data: {
      fields: {
        field_id: string
        field_title: string
        field_type: string
        property_number?: {
          /** 0 | 1 | 2 | 3 | 4 */ decimal_places?: number
          use_separate?: boolean
        }
        property_checkbox?: { checked?: boolean }
        property_date_time?: { format?: string; auto_fill?: boolean }
        property_attachment?: { display_mode?: string }
        property_user?: { is_multiple?: boolean; is_notified?: boolean }
        property_url?: { type?: string }
        property_select?: { is_quick_add?: boolean; options?: { id?: string; text?: string; style?: number }[] }
        property_created_time?: { format?: string }
        property_modified_time?: { format?: string }
        property_progress?: {
          /** 0 | 1 | 2 | 3 | 4 */ decimal_places?: number
        }
        property_single_select?: { is_quick_add?: boolean; options?: { id?: string; text?: string; style?: number }[] }
        property_reference?: { view_id?: string; sub_id?: string; field_id?: string; is_multiple?: boolean }
        property_location?: {
          input_type?: 'LOCATION_INPUT_TYPE_MANUAL' | 'LOCATION_INPUT_TYPE_AUTO' | (string & {})
        }
        property_auto_number?: {
          type?: 'NUMBER_TYPE_INCR' | 'NUMBER_TYPE_CUSTOM' | (string & {})
          rules?: { type?: string; value?: string }[]
          reformat_existing_record?: boolean
          input_type?: string
        }
        property_currency?: {
          currency_type?: 'CURRENCY_TYPE_CNY' | 'CURRENCY_TYPE_USD' | 'CURRENCY_TYPE_EUR' | 'CURRENCY_TYPE_GBP' | 'CURRENCY_TYPE_JPY' | 'CURRENCY_TYPE_KRW' | 'CURRENCY_TYPE_HKD' | 'CURRENCY_TYPE_MOP' | 'CURRENCY_TYPE_TWD' | 'CURRENCY_TYPE_AED' | 'CURRENCY_TYPE_AUD' | 'CURRENCY_TYPE_BRL' | 'CURRENCY_TYPE_CAD' | 'CURRENCY_TYPE_CHF' | 'CURRENCY_TYPE_IDR' | 'CURRENCY_TYPE_INR' | 'CURRENCY_TYPE_MXN' | 'CURRENCY_TYPE_MYR' | 'CURRENCY_TYPE_PHP' | 'CURRENCY_TYPE_PLN' | 'CURRENCY_TYPE_RUB' | 'CURRENCY_TYPE_SGD' | 'CURRENCY_TYPE_THB' | 'CURRENCY_TYPE_TRY' | 'CURRENCY_TYPE_VND' | (string & {})
          /** 0 | 1 | 2 | 3 | 4 */ decimal_places?: number
          use_separate?: boolean
        }
        property_ww_group?: { allow_multiple?: boolean }
        property_percentage?: {
          /** 0 | 1 | 2 | 3 | 4 */ decimal_places?: number
          use_separate?: boolean
        }
        property_barcode?: { mobile_scan_only?: boolean }
        property_text?: Record<string, unknown>
      }[]
    }
  }
  /** Page 99907 of 2026-01-12: https://developer.work.weixin.qq.com/document/path/99907 */
  'POST /cgi-bin/wedoc/smartsheet/add_records': {
    json: {
      docid: string
      sheet_id: string
      key_type?: 'CELL_VALUE_KEY_TYPE_FIELD_TITLE' | 'CELL_VALUE_KEY_TYPE_FIELD_ID' | (string & {}) | undefined
      records: readonly { values?: Record<string, unknown> | undefined }[]
    }
    data: { records: { record_id?: string; values?: Record<string, unknown> }[] }
  }
  /** Page 99896 of 2024-09-12: https://developer.work.weixin.qq.com/document/path/99896 */
  'POST /cgi-bin/wedoc/smartsheet/add_sheet': {
    json: {
      docid: string
      properties?: { title?: string | undefined; index?: number | undefined } | undefined
    }
    data: { properties: { title: string; index: number; sheet_id: string } }
  }
  /** Page 99900 of 2025-05-26: https://developer.work.weixin.qq.com/document/path/99900 */
  'POST /cgi-bin/wedoc/smartsheet/add_view': {
    json: {
      docid: string
      sheet_id: string
      view_title: string
      view_type: string
      property_gantt?: { start_date_field_id: string; end_date_field_id: string } | undefined
      property_calendar?: { start_date_field_id: string; end_date_field_id: string } | undefined
    }
    data: { view: { view_id: string; view_title: string; view_type: string } }
  }
  /** Page 99935 of 2024-11-21: https://developer.work.weixin.qq.com/document/path/99935 */
  'POST /cgi-bin/wedoc/smartsheet/content_priv/create_rule': {
    json: { docid: string; name: string }
    data: { rule_id?: number }
  }
  /** Page 99935 of 2024-11-21: https://developer.work.weixin.qq.com/document/path/99935 */
  'POST /cgi-bin/wedoc/smartsheet/content_priv/delete_rule': {
    json: { docid: string; rule_id_list: readonly number[] }
    data: object
  }
  /** Page 99935 of 2024-11-21: https://developer.work.weixin.qq.com/document/path/99935 */
  'POST /cgi-bin/wedoc/smartsheet/content_priv/get_sheet_priv': {
    json: {
      docid: string
      /** 1 | 2 */ type: number
      rule_id_list?: readonly number[] | undefined
    }
    data: {
      rule_list?: {
        rule_id?: number
        /** 1 | 2 */ type?: number
        name?: string
        priv_list?: {
          sheet_id?: string
          priv?: number | string
          can_insert_record?: boolean
          can_delete_record?: boolean
          record_priv?: {
            record_range_type?: number
            record_rule_list?: {
              field_id?: string
              field_type?: string
              /** 1 | 2 | 3 | 4 | 5 | 6 | 7 */ oper_type?: number
              value?: string[]
            }[]
            /** 1 | 2 */ other_priv?: number
          }
          field_priv?: {
            /** 1 | 2 */ field_range_type?: number
            field_rule_list?: {
              field_id?: string
              field_type?: string
              can_edit?: boolean
              can_insert?: boolean
              can_view?: boolean
            }[]
            field_default_rule?: { can_edit?: boolean; can_insert?: boolean; can_view?: boolean }
          }
          can_create_modify_delete_view?: boolean
          clear?: boolean
        }[]
      }[]
    }
  }
  /** Page 99935 of 2024-11-21: https://developer.work.weixin.qq.com/document/path/99935 */
  'POST /cgi-bin/wedoc/smartsheet/content_priv/mod_rule_member': {
    json: {
      docid: string
      rule_id: number
      add_member_range?: { userid_list?: readonly string[] | undefined } | undefined
      del_member_range?: { userid_list?: readonly string[] | undefined } | undefined
    }
    data: object
  }
  /** Page 99935 of 2024-11-21: https://developer.work.weixin.qq.com/document/path/99935 */
  'POST /cgi-bin/wedoc/smartsheet/content_priv/update_sheet_priv': {
    json: {
      docid: string
      /** 1 | 2 */ type: number
      rule_id?: number | undefined
      name?: string | undefined
      priv_list?: readonly {
        sheet_id: string
        priv: number | string
        can_insert_record?: boolean | undefined
        can_delete_record?: boolean | undefined
        can_create_modify_delete_view?: boolean | undefined
        field_priv?: {
          /** 1 | 2 */ field_range_type: number
          field_rule_list: readonly {
            field_id: string
            can_edit: boolean
            can_insert: boolean
            can_view: boolean
            field_type?: string | undefined
          }[]
          field_default_rule?: Record<string, unknown> | undefined
        } | undefined
        record_priv?: {
          record_range_type: number
          record_rule_list?: readonly {
            field_id: string
            field_type?: string | undefined
            /** 1 | 2 | 3 | 4 | 5 | 6 | 7 */ oper_type: number
            value?: readonly string[] | undefined
          }[] | undefined
          /** 1 | 2 */ other_priv?: number | undefined
        } | undefined
        clear?: boolean | undefined
      }[] | undefined
    }
    data: object
  }
  /** Page 101102 of 2025-08-19: https://developer.work.weixin.qq.com/document/path/101102 */
  'POST /cgi-bin/wedoc/smartsheet/delete_field_groups': {
    json: { docid: string; sheet_id: string; field_group_ids: readonly string[] }
    data: object
  }
  /** Page 99905 of 2024-09-12: https://developer.work.weixin.qq.com/document/path/99905 */
  'POST /cgi-bin/wedoc/smartsheet/delete_fields': {
    json: { docid: string; sheet_id: string; field_ids: readonly string[] }
    data: object
  }
  /** Page 99908 of 2026-01-12: https://developer.work.weixin.qq.com/document/path/99908 */
  'POST /cgi-bin/wedoc/smartsheet/delete_records': {
    json: { docid: string; sheet_id: string; record_ids: readonly string[] }
    data: object
  }
  /** Page 99899 of 2024-09-12: https://developer.work.weixin.qq.com/document/path/99899 */
  'POST /cgi-bin/wedoc/smartsheet/delete_sheet': {
    json: { docid: string; sheet_id: string }
    data: object
  }
  /** Page 99901 of 2024-09-12: https://developer.work.weixin.qq.com/document/path/99901 */
  'POST /cgi-bin/wedoc/smartsheet/delete_views': {
    json: { docid: string; sheet_id: string; view_ids: readonly string[] }
    data: object
  }
  /** Page 101103 of 2025-08-18: https://developer.work.weixin.qq.com/document/path/101103 */
  'POST /cgi-bin/wedoc/smartsheet/get_field_groups': {
    json: { docid: string; sheet_id: string; offset?: number | undefined; limit?: number | undefined }
    data: {
      total: number
      has_more: boolean
      next?: number
      field_groups: { field_group_id: string; name: string; children: { field_id: string }[] }[]
    }
  }
  /** Page 101157 of 2025-11-05: https://developer.work.weixin.qq.com/document/path/101157 */
  'POST /cgi-bin/wedoc/smartsheet/get_fields': {
    json: {
      docid: string
      sheet_id: string
      offset?: number | undefined
      /** at most 1000 */ limit?: number | undefined
      view_id?: string | undefined
      field_ids?: readonly string[] | undefined
      field_titles?: readonly string[] | undefined
    }
    data: {
      total: number
      fields: {
        field_id: string
        field_title: string
        field_type: string
        property_number?: {
          /** 0 | 1 | 2 | 3 | 4 */ decimal_places?: number
          use_separate?: boolean
        }
        property_checkbox?: { checked?: boolean }
        property_date_time?: { format?: string; auto_fill?: boolean }
        property_attachment?: { display_mode?: string }
        property_user?: { is_multiple?: boolean; is_notified?: boolean }
        property_url?: { type?: string }
        property_select?: { is_quick_add?: boolean; options?: { id?: string; text?: string; style?: number }[] }
        property_created_time?: { format?: string }
        property_modified_time?: { format?: string }
        property_progress?: {
          /** 0 | 1 | 2 | 3 | 4 */ decimal_places?: number
        }
        property_single_select?: { is_quick_add?: boolean; options?: { id?: string; text?: string; style?: number }[] }
        property_reference?: { view_id?: string; sub_id?: string; field_id?: string; is_multiple?: boolean }
        property_location?: {
          input_type?: 'LOCATION_INPUT_TYPE_MANUAL' | 'LOCATION_INPUT_TYPE_AUTO' | (string & {})
        }
        property_auto_number?: {
          type?: 'NUMBER_TYPE_INCR' | 'NUMBER_TYPE_CUSTOM' | (string & {})
          rules?: { type?: string; value?: string }[]
          reformat_existing_record?: boolean
          input_type?: string
        }
        property_currency?: {
          currency_type?: 'CURRENCY_TYPE_CNY' | 'CURRENCY_TYPE_USD' | 'CURRENCY_TYPE_EUR' | 'CURRENCY_TYPE_GBP' | 'CURRENCY_TYPE_JPY' | 'CURRENCY_TYPE_KRW' | 'CURRENCY_TYPE_HKD' | 'CURRENCY_TYPE_MOP' | 'CURRENCY_TYPE_TWD' | 'CURRENCY_TYPE_AED' | 'CURRENCY_TYPE_AUD' | 'CURRENCY_TYPE_BRL' | 'CURRENCY_TYPE_CAD' | 'CURRENCY_TYPE_CHF' | 'CURRENCY_TYPE_IDR' | 'CURRENCY_TYPE_INR' | 'CURRENCY_TYPE_MXN' | 'CURRENCY_TYPE_MYR' | 'CURRENCY_TYPE_PHP' | 'CURRENCY_TYPE_PLN' | 'CURRENCY_TYPE_RUB' | 'CURRENCY_TYPE_SGD' | 'CURRENCY_TYPE_THB' | 'CURRENCY_TYPE_TRY' | 'CURRENCY_TYPE_VND' | (string & {})
          /** 0 | 1 | 2 | 3 | 4 */ decimal_places?: number
          use_separate?: boolean
        }
        property_ww_group?: { allow_multiple?: boolean }
        property_percentage?: {
          /** 0 | 1 | 2 | 3 | 4 */ decimal_places?: number
          use_separate?: boolean
        }
        property_barcode?: { mobile_scan_only?: boolean }
        property_text?: Record<string, unknown>
      }[]
      next?: number
    }
  }
  /** Page 101158 of 2025-12-26: https://developer.work.weixin.qq.com/document/path/101158 */
  'POST /cgi-bin/wedoc/smartsheet/get_records': {
    json: {
      docid: string
      sheet_id: string
      view_id?: string | undefined
      record_ids?: readonly string[] | undefined
      key_type?: 'CELL_VALUE_KEY_TYPE_FIELD_TITLE' | 'CELL_VALUE_KEY_TYPE_FIELD_ID' | (string & {}) | undefined
      field_titles?: readonly string[] | undefined
      field_ids?: readonly string[] | undefined
      sort?: readonly { field_title: string; desc?: boolean | undefined }[] | undefined
      offset?: number | undefined
      /** at most 1000 */ limit?: number | undefined
      ver?: number | undefined
      filter_spec?: {
        conjunction?: string | undefined
        conditions?: readonly {
          field_id?: string | undefined
          field_type?: string | undefined
          operator?: string | undefined
          string_value?: { value?: readonly string[] | undefined } | undefined
          user_value?: { value?: readonly string[] | undefined } | undefined
          date_time_value?: { type?: string | undefined; value?: readonly string[] | undefined } | undefined
          number_value?: { value?: number | undefined } | undefined
          bool_value?: { value?: boolean | undefined } | undefined
        }[] | undefined
      } | undefined
    }
    data: {
      ver?: number
      total?: number
      has_more?: boolean
      next?: number
      records?: {
        record_id: string
        create_time: string
        update_time: string
        values: Record<string, unknown>
        creator_name: string
        updater_name: string
      }[]
    }
  }
  /** Page 101154 of 2025-07-11: https://developer.work.weixin.qq.com/document/path/101154 */
  'POST /cgi-bin/wedoc/smartsheet/get_sheet': {
    json: { docid: string; sheet_id?: string | undefined; need_all_type_sheet?: boolean | undefined }
    data: { sheet_list: { sheet_id: string; title: string; is_visible: boolean; type: string }[] }
  }
  /** Page 101155 of 2025-09-03: https://developer.work.weixin.qq.com/document/path/101155 */
  'POST /cgi-bin/wedoc/smartsheet/get_views': {
    json: {
      docid: string
      sheet_id: string
      view_ids?: readonly string[] | undefined
      offset?: number | undefined
      /** at most 1000 */ limit?: number | undefined
    }
    data: {
      total: number
      has_more: boolean
      next?: number
      views: {
        view_id: string
        view_title: string
        view_type: string
        property?: {
          auto_sort: boolean
          sort_spec: { sort_infos?: { field_id: string; desc: boolean }[] }
          filter_spec: {
            conjunction?: string
            conditions?: {
              field_id?: string
              field_type?: string
              operator?: string
              string_value?: { value: string[] }
              user_value?: { value: string[] }
              date_time_value?: { type?: string; value: string[] }
              number_value?: { value?: number }
              bool_value?: { value?: boolean }
            }[]
          }
          group_spec: { groups?: { field_id: string; desc: boolean }[] }
          is_field_stat_enabled: boolean
          field_visibility: Record<string, boolean>
          frozen_field_count: number
          color_config?: {
            conditions: {
              id: string
              type: string
              color: string
              condition: {
                field_id: string
                field_type: string
                operator: string
                string_value?: { value: string[] }
                number_value?: { value: number }
                user_value?: { value: string[] }
                date_time_value?: { type?: string; value: string[] }
                bool_value?: { value?: boolean }
              }
            }[]
          }
        }
      }[]
    }
  }
  /** Page 101101 of 2025-09-03: https://developer.work.weixin.qq.com/document/path/101101 */
  'POST /cgi-bin/wedoc/smartsheet/update_field_group': {
    json: {
      docid: string
      sheet_id: string
      field_group_id: string
      name?: string | undefined
      children?: readonly { field_id?: string | undefined }[] | undefined
    }
    data: { field_group: { field_group_id: string; name: string; children: { field_id: string }[] } }
  }
  /** Page 99906 of 2025-06-06: https://developer.work.weixin.qq.com/document/path/99906 */
  'POST /cgi-bin/wedoc/smartsheet/update_fields': {
    json: {
      docid: string
      sheet_id: string
      fields: readonly {
        field_id: string
        field_title?: string | undefined
        field_type: string
        property_text?: Record<string, unknown> | undefined
        property_number?: {
          /** 0 | 1 | 2 | 3 | 4 */ decimal_places?: number | undefined
          use_separate?: boolean | undefined
        } | undefined
        property_checkbox?: { checked?: boolean | undefined } | undefined
        property_date_time?: { format?: string | undefined; auto_fill?: boolean | undefined } | undefined
        property_attachment?: { display_mode?: string | undefined } | undefined
        property_user?: { is_multiple?: boolean | undefined; is_notified?: boolean | undefined } | undefined
        property_url?: { type?: string | undefined } | undefined
        property_select?: {
          is_quick_add?: boolean | undefined
          options?: readonly { id?: string | undefined; text?: string | undefined; style?: number | undefined }[] | undefined
        } | undefined
        property_created_user?: Record<string, unknown> | undefined
        property_modified_user?: Record<string, unknown> | undefined
        property_created_time?: { format?: string | undefined } | undefined
        property_modified_time?: { format?: string | undefined } | undefined
        property_progress?: {
          /** 0 | 1 | 2 | 3 | 4 */ decimal_places?: number | undefined
        } | undefined
        property_single_select?: {
          is_quick_add?: boolean | undefined
          options?: readonly { id?: string | undefined; text?: string | undefined; style?: number | undefined }[] | undefined
        } | undefined
        property_reference?: {
          view_id?: string | undefined
          sub_id?: string | undefined
          field_id?: string | undefined
          is_multiple?: boolean | undefined
        } | undefined
        property_location?: {
          input_type?: 'LOCATION_INPUT_TYPE_MANUAL' | 'LOCATION_INPUT_TYPE_AUTO' | (string & {}) | undefined
        } | undefined
        property_auto_number?: {
          type?: 'NUMBER_TYPE_INCR' | 'NUMBER_TYPE_CUSTOM' | (string & {}) | undefined
          rules?: readonly { type?: string | undefined; value?: string | undefined }[] | undefined
          reformat_existing_record?: boolean | undefined
          input_type?: string | undefined
        } | undefined
        property_currency?: {
          currency_type?: 'CURRENCY_TYPE_CNY' | 'CURRENCY_TYPE_USD' | 'CURRENCY_TYPE_EUR' | 'CURRENCY_TYPE_GBP' | 'CURRENCY_TYPE_JPY' | 'CURRENCY_TYPE_KRW' | 'CURRENCY_TYPE_HKD' | 'CURRENCY_TYPE_MOP' | 'CURRENCY_TYPE_TWD' | 'CURRENCY_TYPE_AED' | 'CURRENCY_TYPE_AUD' | 'CURRENCY_TYPE_BRL' | 'CURRENCY_TYPE_CAD' | 'CURRENCY_TYPE_CHF' | 'CURRENCY_TYPE_IDR' | 'CURRENCY_TYPE_INR' | 'CURRENCY_TYPE_MXN' | 'CURRENCY_TYPE_MYR' | 'CURRENCY_TYPE_PHP' | 'CURRENCY_TYPE_PLN' | 'CURRENCY_TYPE_RUB' | 'CURRENCY_TYPE_SGD' | 'CURRENCY_TYPE_THB' | 'CURRENCY_TYPE_TRY' | 'CURRENCY_TYPE_VND' | (string & {}) | undefined
          /** 0 | 1 | 2 | 3 | 4 */ decimal_places?: number | undefined
          use_separate?: boolean | undefined
        } | undefined
        property_ww_group?: { allow_multiple?: boolean | undefined } | undefined
        property_percentage?: {
          /** 0 | 1 | 2 | 3 | 4 */ decimal_places?: number | undefined
          use_separate?: boolean | undefined
        } | undefined
        property_barcode?: { mobile_scan_only?: boolean | undefined } | undefined
      }[]
    }
    data: {
      fields?: {
        field_id: string
        field_title: string
        field_type: string
        property_number?: {
          /** 0 | 1 | 2 | 3 | 4 */ decimal_places?: number
          use_separate?: boolean
        }
        property_checkbox?: { checked?: boolean }
        property_date_time?: { format?: string; auto_fill?: boolean }
        property_attachment?: { display_mode?: string }
        property_user?: { is_multiple?: boolean; is_notified?: boolean }
        property_url?: { type?: string }
        property_select?: { is_quick_add?: boolean; options?: { id?: string; text?: string; style?: number }[] }
        property_created_time?: { format?: string }
        property_modified_time?: { format?: string }
        property_progress?: {
          /** 0 | 1 | 2 | 3 | 4 */ decimal_places?: number
        }
        property_single_select?: { is_quick_add?: boolean; options?: { id?: string; text?: string; style?: number }[] }
        property_reference?: { view_id?: string; sub_id?: string; field_id?: string; is_multiple?: boolean }
        property_location?: {
          input_type?: 'LOCATION_INPUT_TYPE_MANUAL' | 'LOCATION_INPUT_TYPE_AUTO' | (string & {})
        }
        property_auto_number?: {
          type?: 'NUMBER_TYPE_INCR' | 'NUMBER_TYPE_CUSTOM' | (string & {})
          rules?: { type?: string; value?: string }[]
          reformat_existing_record?: boolean
          input_type?: string
        }
        property_currency?: {
          currency_type?: 'CURRENCY_TYPE_CNY' | 'CURRENCY_TYPE_USD' | 'CURRENCY_TYPE_EUR' | 'CURRENCY_TYPE_GBP' | 'CURRENCY_TYPE_JPY' | 'CURRENCY_TYPE_KRW' | 'CURRENCY_TYPE_HKD' | 'CURRENCY_TYPE_MOP' | 'CURRENCY_TYPE_TWD' | 'CURRENCY_TYPE_AED' | 'CURRENCY_TYPE_AUD' | 'CURRENCY_TYPE_BRL' | 'CURRENCY_TYPE_CAD' | 'CURRENCY_TYPE_CHF' | 'CURRENCY_TYPE_IDR' | 'CURRENCY_TYPE_INR' | 'CURRENCY_TYPE_MXN' | 'CURRENCY_TYPE_MYR' | 'CURRENCY_TYPE_PHP' | 'CURRENCY_TYPE_PLN' | 'CURRENCY_TYPE_RUB' | 'CURRENCY_TYPE_SGD' | 'CURRENCY_TYPE_THB' | 'CURRENCY_TYPE_TRY' | 'CURRENCY_TYPE_VND' | (string & {})
          /** 0 | 1 | 2 | 3 | 4 */ decimal_places?: number
          use_separate?: boolean
        }
        property_ww_group?: { allow_multiple?: boolean }
        property_percentage?: {
          /** 0 | 1 | 2 | 3 | 4 */ decimal_places?: number
          use_separate?: boolean
        }
        property_barcode?: { mobile_scan_only?: boolean }
        property_text?: Record<string, unknown>
      }[]
    }
  }
  /** Page 99909 of 2026-01-12: https://developer.work.weixin.qq.com/document/path/99909 */
  'POST /cgi-bin/wedoc/smartsheet/update_records': {
    json: {
      docid: string
      sheet_id: string
      key_type?: 'CELL_VALUE_KEY_TYPE_FIELD_TITLE' | 'CELL_VALUE_KEY_TYPE_FIELD_ID' | (string & {}) | undefined
      records: readonly { record_id?: string | undefined; values?: Record<string, unknown> | undefined }[]
    }
    data: { records?: { record_id?: string; values?: Record<string, unknown> }[] }
  }
  /** Page 99898 of 2024-09-12: https://developer.work.weixin.qq.com/document/path/99898 */
  'POST /cgi-bin/wedoc/smartsheet/update_sheet': {
    json: { docid: string; properties: { sheet_id: string; title?: string | undefined } }
    data: object
  }
  /** Page 99902 of 2025-08-20: https://developer.work.weixin.qq.com/document/path/99902 */
  'POST /cgi-bin/wedoc/smartsheet/update_view': {
    json: {
      docid: string
      sheet_id: string
      view_id: string
      view_title?: string | undefined
      property?: {
        auto_sort?: boolean | undefined
        sort_spec?: { sort_infos?: readonly { field_id: string; desc?: boolean | undefined }[] | undefined } | undefined
        filter_spec?: {
          conjunction: string
          conditions: readonly {
            field_id: string
            operator: string
            string_value?: { value?: readonly string[] | undefined } | undefined
            user_value?: { value?: readonly string[] | undefined } | undefined
            field_type?: string | undefined
            date_time_value?: { type: string; value: readonly string[] } | undefined
            number_value?: { value?: number | undefined } | undefined
            bool_value?: { value?: boolean | undefined } | undefined
          }[]
        } | undefined
        group_spec?: { groups?: readonly { field_id: string; desc?: boolean | undefined }[] | undefined } | undefined
        is_field_stat_enabled?: boolean | undefined
        field_visibility?: Record<string, boolean> | undefined
        frozen_field_count?: number | undefined
        color_config?: {
          conditions: readonly {
            id?: string | undefined
            type: string
            color: string
            condition: {
              field_id: string
              field_type: string
              operator: string
              string_value?: { value?: readonly string[] | undefined } | undefined
              number_value?: { value?: number | undefined } | undefined
              user_value?: { value?: readonly string[] | undefined } | undefined
              date_time_value?: { type: string; value: readonly string[] } | undefined
              bool_value?: { value?: boolean | undefined } | undefined
            }
          }[]
        } | undefined
      } | undefined
    }
    data: {
      view?: {
        view_id?: string
        view_title?: string
        view_type?: string
        property?: {
          auto_sort?: boolean
          sort_spec?: { sort_infos?: { field_id?: string; desc?: boolean }[] }
          filter_spec?: {
            conjunction?: string
            conditions?: {
              field_id?: string
              operator?: string
              string_value?: { value?: string[] }
              user_value?: { value?: string[] }
              field_type?: string
              date_time_value?: { type?: string; value?: string[] }
              number_value?: { value?: number }
              bool_value?: { value?: boolean }
            }[]
          }
          group_spec?: { groups?: { field_id?: string; desc?: boolean }[] }
          is_field_stat_enabled?: boolean
          field_visibility?: { f1gHSR?: boolean; fabcde?: boolean }
          frozen_field_count?: number
          color_config?: {
            conditions?: {
              id?: string
              type?: string
              color?: string
              condition?: {
                field_id?: string
                field_type?: string
                operator?: string
                string_value?: { value?: string[] }
                number_value?: { value?: number }
                user_value?: { value?: string[] }
                date_time_value?: { type?: string; value?: string[] }
                bool_value?: { value?: boolean }
              }
            }[]
          }
        }
      }
    }
  }
  /** Page 101168 of 2025-11-04: https://developer.work.weixin.qq.com/document/path/101168 */
  'POST /cgi-bin/wedoc/spreadsheet/batch_update': {
    json: {
      docid: string
      requests: readonly {
        add_sheet_request?: {
          title?: string | undefined
          row_count?: number | undefined
          column_count?: number | undefined
        } | undefined
        update_range_request?: {
          sheet_id?: string | undefined
          grid_data?: {
            start_row?: number | undefined
            start_column?: number | undefined
            rows?: readonly {
              values?: readonly {
                cell_value?: {
                  text?: string | undefined
                  link?: { text?: string | undefined; url?: string | undefined } | undefined
                } | undefined
                cell_format?: {
                  text_format?: {
                    font?: string | undefined
                    /** at most 72 */ font_size?: number | undefined
                    bold?: boolean | undefined
                    italic?: boolean | undefined
                    strikethrough?: boolean | undefined
                    underline?: boolean | undefined
                    color?: {
                      red?: number | undefined
                      green?: number | undefined
                      blue?: number | undefined
                      alpha?: number | undefined
                    } | undefined
                  } | undefined
                } | undefined
              }[] | undefined
            }[] | undefined
          } | undefined
        } | undefined
        delete_dimension_request?: {
          sheet_id?: string | undefined
          dimension?: string | undefined
          start_index?: number | undefined
          end_index?: number | undefined
        } | undefined
        delete_sheet_request?: { sheet_id?: string | undefined } | undefined
      }[]
    }
    data: {
      data: {
        responses: {
          add_sheet_response?: {
            properties?: { sheet_id?: string; title?: string; row_count?: number; column_count?: number }
          }
          update_range_response?: { updated_cells?: number }
          delete_dimension_response?: { deleted?: number }
          delete_sheet_response?: { sheet_id?: string }
        }[]
      }
    }
  }
  /** Page 97711 of 2024-02-04: https://developer.work.weixin.qq.com/document/path/97711 */
  'POST /cgi-bin/wedoc/spreadsheet/get_sheet_properties': {
    json: { docid: string }
    data: {
      properties?: { sheet_id?: string; title?: string; row_count?: number; column_count?: number }[]
      data?: { sheet_id?: string; title?: string; row_count?: number; column_count?: number }[]
    }
  }
  /** Page 97661 of 2024-07-23: https://developer.work.weixin.qq.com/document/path/97661 */
  'POST /cgi-bin/wedoc/spreadsheet/get_sheet_range_data': {
    json: { docid: string; sheet_id: string; range: string }
    data: {
      data: {
        result: {
          start_row?: number
          start_column?: number
          rows?: {
            values?: {
              cell_value?: { text?: string; link?: { text: string; url: string } }
              cell_format?: {
                text_format?: {
                  font?: string
                  font_size?: number
                  bold?: boolean
                  italic?: boolean
                  strikethrough?: boolean
                  underline?: boolean
                  color?: { red?: number; green?: number; blue?: number; alpha?: number }
                }
              }
            }[]
          }[]
        }
      }
    }
  }
  /** Page 99516 of 2023-12-07: https://developer.work.weixin.qq.com/document/path/99516 */
  'POST /cgi-bin/wedoc/vip/batch_add': {
    json: {
      /** at most 100 items */ userid_list: readonly string[]
    }
    data: { succ_userid_list?: string[]; fail_userid_list?: string[] }
  }
  /** Page 99517 of 2023-12-07: https://developer.work.weixin.qq.com/document/path/99517 */
  'POST /cgi-bin/wedoc/vip/batch_del': {
    json: {
      /** at most 100 items */ userid_list: readonly string[]
    }
    data: { succ_userid_list?: string[]; fail_userid_list?: string[] }
  }
  /** Page 99518 of 2023-12-07: https://developer.work.weixin.qq.com/document/path/99518 */
  'POST /cgi-bin/wedoc/vip/list': {
    json?: {
      cursor?: string | undefined
      /** at most 200 */ limit?: number | undefined
    }
    data: { has_more: boolean; next_cursor?: string; userid_list: string[] }
  }
}
