const emptyLists = 'the example has empty lists of other controls beside the value'

/** Routes whose page prints an answer that its own table contradicts, and what is wrong with it. */
export const unlikeItsTable: Readonly<Record<string, string>> = {
  'POST /cgi-bin/checkin/getcheckinoption':
    'a key of the example is `group.checkin_method_type`, with the dot',
  'POST /cgi-bin/kf/sync_msg': 'the example has the placeholder MSG_TYPE for a type of message',
  'GET /cgi-bin/living/get_living_info': 'a key of the example is `status ` with a space',
  'POST /cgi-bin/meeting/get_info':
    'one of two examples has a boolean where the other and the table have a number',
  'POST /cgi-bin/miniapppay/get_refund_detail':
    'the example lacks two fields that the table calls always there',
  'POST /cgi-bin/oa/calendar/get': 'a key of the example is `adminis`, misspelt',
  'POST /cgi-bin/oa/getapprovaldetail': emptyLists,
  'POST /cgi-bin/oa/journal/get_record_detail': emptyLists,
  'POST /cgi-bin/wedrive/new_space_info':
    'the example has text where the table has a number (`departmentid`)',
}
