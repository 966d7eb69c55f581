/**
 * The codes of WeCom's table (page 90313 of 2026-01-09) that {@link errcodeTable} has no row for: code, kind, meaning in
 * our own words. One text instead of 1,247 arrays: it is taken apart when somebody asks for the first time, so that
 * nobody pays for it at start.
 *
 * Kinds by letter: p param, d permission, n notfound, r ratelimit, t transient, k token, o oauth, x other.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90313
 */
export const otherErrcodes = `
40100 p External contact is already being transferred
40102 p Domain or IP clashes with a marketplace app
40106 k device_access_token is invalid
40123 p Temporary image upload: image format invalid
40124 d Promotion serial number may not be bound
40126 p Corp tag quota reached
40128 r Customer transferred too often (2 per 90 days)
40129 p Customer transfer is in progress
40130 x Old and new follower are the same
40131 x handover_userid does not follow this contact
40132 p Not supported for team accounts
40134 d Member-authorised app has been disabled
40135 d Authorising a similar app is forbidden
40136 x App trial has ended
40137 p App service has expired
40138 p App paid seat count exceeded
40139 p Member-authorised seat count exceeded
40140 x Corp installed another app of the suite
40141 x Corp account is abnormal
40142 p Invalid venue code
40143 d Transfer member is banned; no inheritance
40144 p Customer already has the maximum number of tags
40145 p media_id has expired
40146 p HTTP Range header is invalid
40165 p Chat ids are already upgraded
40166 x Chat ids are not upgraded yet
40167 p Upgrade time is invalid
40168 x Upgrade time has passed
40201 d Blocked by anti-spam: sensitive content
40204 d Blocked by WeChat anti-spam
40205 k Member's WeChat ticket has expired
40211 p RSA public key is invalid
40212 x Public key version older than the current one
41036 p Corp short name is invalid
41037 p Contact way: type missing
41038 p Contact way: scene missing
41039 p Contact way: type invalid
41040 p Contact way: scene invalid
41041 p Contact way: too many members
41042 p Contact way: style invalid
41043 p Contact way: config_id missing
41044 p Contact way: config_id invalid
41045 p Contact way: API quota reached
41046 p Group-send message id missing
41047 p Group-send message id invalid
41048 x No customer can be reached
41049 p Welcome code missing
41052 p Send time is invalid
41053 x Customer has not agreed to archiving
41054 d Member is not activated
41055 p Group welcome template quota reached
41056 p External contact id is of the wrong kind
41057 x No WeChat developer account bound
41058 d No right to edit this welcome template
41059 p moment_id missing
41060 p moment_id invalid
41061 x Member did not send this moment
41062 x Member has not published the corp moment
41064 p Too many attachments
41065 p Attachment type invalid
41066 p Channels (video account) name is wrong
41067 p moment_id is of the wrong kind
41068 p Sensitive word list too long
41069 p Too many sensitive word rules
41070 p Sensitive word rule id invalid
41071 n Sensitive word rule was deleted
41072 p Attachment used in the wrong scene
41073 p Product album description invalid
41074 n Product album was deleted
41075 p Product album id invalid or empty
41076 d Sensitive word rule scope too large
41077 x Sensitive word rule name is taken
41078 p Too many running moment tasks
41080 p Attachment too large
41081 x Attachment image resolution too high
41082 p Attachment video too long
41083 p Sensitive word is invalid
41084 p Sensitive word semantics rule is invalid
41085 p Product code invalid
41086 p Product price invalid
41087 p Product description invalid
41088 p Attachment list is empty
41089 x Moment needs text or an attachment
41090 p Video format invalid
41091 x Join way links at most 5 groups
41093 x Group-send task was cancelled
41094 p Group-send reminder rate exceeded
41095 p Acquisition link quota reached
41096 p Welcome message is already being sent
41098 x Acquisition link is authorised to another component
41099 x Not in provider-pays mode
41110 p Tag id wrong
41111 p Tag count must be 1 to 1000
41200 x Only for some business categories
41201 p Acquisition chat_key is invalid
41202 p Product album quota reached
41210 p Corp moments limited to 100,000 a month
41211 d Corp moments not enabled
41300 x Group-send template not rendered
41301 p Group-send template placeholder invalid
41302 p Too many template placeholders
41303 p Too many member-customer pairs for group-send
41304 p Template task already created a group-send
41305 x Corp business category not set
42006 p Display component session has expired
42019 p Button key missing or invalid
42021 k device_access_token has expired
42027 p Template card: horizontal item keyname missing
42029 p Template card: media_id missing
42030 p Template card: appid missing
42035 p Template card: horizontal_content_list length invalid
42036 p Template card: vertical_content_list length invalid
42037 p Template card: option_list length invalid
42038 p Template card: button text missing or invalid
42039 p Template card: button key missing or invalid
42040 p Template card: option id missing or invalid
42041 p Template card: option text missing or invalid
42042 p Template card: jump_list length invalid
42043 p Template card: question_key missing or invalid
42044 p Template card: card_image url missing or invalid
42046 p Template card: submit_button key missing or invalid
42047 p Template card: select_list length invalid
42049 p Template card: submit_button text missing or invalid
42050 p Template card: horizontal item userid missing or invalid
42051 x Template card: action_menu keys clash
43017 x User open-data request failed verification
45030 p media_id list too long
45035 t Concurrent modification conflict
45036 d Data access limit exceeded
48010 p TLS version not supported
48011 d Member activity too low for customer data
49009 p buyer_userid is invalid
60137 p Parent mobile is a duplicate
60149 p Student mobile already exists
60150 p Extended attribute type wrong
60151 p description too long
60152 p Extended attribute description invalid
60204 x Template status not usable
60205 x Template keywords do not match
60207 x Standalone third-party apps: template messages only
60208 x Standalone third-party apps: no @all, party, tag
60209 p Operator id missing
60210 p Selected member list is empty
60211 p SelectedTicket is empty
60215 x More than 10 SelectedTickets
60218 x Only for member-authorised apps
60219 x SelectedTicket belongs to another app
60220 p corpappid missing
60222 p SelectedTicket invalid
60223 p BundleId invalid
60224 p PackageName invalid
60225 x Operator is not part of the SelectedTicket
60226 x More than 2000 members selected
60227 p ServiceCorpid missing
60228 p bind_corpid missing
60230 p shareticket missing
60231 p shareticket invalid
60233 p shareticket invalid
60234 p shareticket invalid
60235 p payment_id missing
60236 p trade_no missing
60237 x payment_id belongs to another app
60238 p partyid wrong
60239 x Payee has no real-name verification
60240 d Payee corp not verified
60241 p Paying student or department id wrong
60242 x shareticket used on another domain
60243 p trade_no invalid
60244 x shareticket used in another app
60246 x Third-party app is not online
60251 p openkfid missing
60252 p openkfid invalid
60253 x Agent is not in the servicer list
60267 p Time parameter invalid
60268 p cursor invalid
60269 p Mail alias invalid
60270 x Mail alias is taken
60271 p Mail alias invalid
60272 x Member has no own-domain mailbox for aliases
60273 p Too many mail aliases
60274 p Batch import of other-mailbox members unsupported
60275 x Other-mailbox members cannot be managed by API
65000 x School has migrated
65001 p Subscribe mode invalid
65002 p Too many parents imported
65003 x School has not migrated
65004 n Structure does not exist
65005 p Sync mode invalid
65006 p Admin type invalid
65007 p School department type invalid
65008 p Enrolment year invalid
65009 p Standard grade invalid
65010 p userid is not a student
65011 p Too many parent userids
65012 p Too many student userids
65013 p Student already has a parent
65014 p Corp is not a school
65015 p Parent department type does not match
65018 p Parent quota reached
65022 d No right to school contacts
65023 d No right to school contacts
65024 d Parent's teacher is outside the app's range
71044 x Device still bound; not deleted
71045 p operid invalid
71046 d No right to device data
71047 p openuserid invalid
71048 x App has no authorised device
71049 p Attendance rules set in the app: quota reached
71050 p Access rule name invalid
71051 p Access rule invalid
71052 x Temperature data unavailable
71056 d userid outside the device's range
71057 p Access rule id invalid
71058 d userid outside the app's range
71059 x Access rule reaches beyond the app's range
71060 x Access rule reaches beyond the app's range
71062 p File name invalid
71063 p media_id and download_url both missing
71064 p download_url invalid or download failed
71065 x Hardware cannot print
71066 x Hardware cannot scan
71067 p Print conversion version invalid
71068 p Print conversion version expired
71069 p Print conversion page invalid
71070 d userid outside the device's users
71071 p Timestamp invalid
71072 x Device model not published
71075 p Scan upload code invalid
71076 x Default deny rule cannot be changed
71077 p bio_info_type invalid
71078 x Model does not support this bio_info_type
72023 x Invoice locked by another account
72024 p Invoice status wrong
72037 x An invoice belongs to another user
81016 p logined_userid missing
81018 p Provider's name quota is used up
81019 x items entry lacks id
81020 x items entry lacks type
81021 p items entry has an invalid type
81023 p logined_userid invalid
81024 p logined_userid invalid
82101 p Card update target is empty
82102 x Card update target is not in the chat
84023 d contact_sync_success may not be called
84024 x No registration data
84052 p caller missing
84053 p callee missing
84055 p Dial rate exceeded
84056 x Callee did not grant the dial right
84057 x Dial balance too low
84058 p caller number unsupported
84059 p Number invalid
84060 p callee number unsupported
84062 d Dial app not enabled
84063 n caller does not exist
84064 n callee does not exist
84065 x caller and callee are the same number
84066 p Provider dial limit exceeded
84067 p Admin received too many provider calls
84069 x Dialling party is restricted
84070 p Phone number unsupported
84071 p External contact code invalid
84072 x App has no customer service set
84073 x userid is not one of the app's agents
84077 x Order price too high
84078 p Seat count wrong
84079 n Price plan does not exist
84080 n Order does not exist
84081 x An unpaid order exists
84082 x An order has a pending refund
84083 p Not a service person
84085 x App is delisted
84086 p Order exceeds the seat maximum
84087 d Order may not be closed before payment opens
84088 x Paid orders cannot be closed
84089 p Order already paid
84091 x Order price below the minimum
84092 x Proxy order not possible
84093 p Agency relation already taken
84094 x App has no agency commission rule
84095 x Free trial cannot add seats
84096 x Free trial cannot be renewed
84097 x Another order waits to take effect
84098 x Fixed quantity; no seats can be added
84099 x Not purchased; no seats can be added
84100 x App never bought; cannot renew
84101 p Paid version already tried
84102 p App expired; no seats can be added
84103 x Only unpaid orders can change
84104 x Order paid; no change possible
84105 x Order cancelled; no change possible
84106 x Corp has an unpaid order for this app
84107 x Corp has a refunding order for this app
84108 x Corp has a pending order for this app
84109 d Order price may not be zero
84110 x New app not in trial; no upgrade
84111 x Not enough coupons
84112 x Unpaid order cannot be closed
84113 x No payment data
84114 x Virtual version cannot be ordered
84115 x Virtual version cannot add seats
84116 x Virtual version cannot be renewed
84117 x No seats added during virtual period
84118 x Version fixed during virtual period
84119 x Corp not reported; no proxy order
84120 n App version was deleted
84121 x App version deleted; no seats added
84122 x App version deleted; no renewal
84123 p Not a virtual version; no upgrade
84124 p Not an industry bundle order
84125 x Below the minimum seat count
84126 x Above the maximum seat count
84127 d No right to manage the app
84128 d No right to all apps of the bundle
84129 x Price plan deleted; no order
84130 p Order effective time invalid
84131 x Renewal beyond five years
84132 x Bundle needs at least one added seat
84133 x Discounted price below historic minimum
84134 p App expired; version cannot change
84135 d App installation is disabled
84136 x App was installed through an agent
84137 x Customer was reported by an agent
84138 x Customer is not reported by you
84139 d License pilot corp; no proxy order
84140 x Only from the corpgroup group toolbar
84141 x Only from the corpgroup chat toolbar
84142 x Remaining time is gifted; no seats added
84143 d No right to confirm the contract
84144 x Confirmer not in the provider's contacts
84145 x Confirmer belongs to more than 5 corps
84146 x Confirmer may sign in 3 corps
84147 p Pre-order expired
84148 x Pre-order status changed
84149 x Pre-order cancelled
84150 x Pre-order is for another corp
84151 x Pre-order app not installed
84152 x Pre-order used by another corp
84153 p Meeting already bought
84154 p Not a K12 corp
84155 x Proxy order beyond 90 days
84156 x Pre-order changed; reload
84157 d Not verified
84158 x Provider has no merchant account
84159 x Customer never authorised
84160 p Date must lie after today
84161 p Not a test corp; no test order
84162 x Provider has no merchant account
84163 x App never bought; no renewal or seats
84172 p Not a paid version
84175 p Effective date invalid
84178 x App has an unpaid order
84180 d Custom app installation not authorised
84182 x Version was never bought
84186 x More than a year left; no new purchase
84188 x Paid version not published; no pre-order
84189 x Active app: start time cannot be set
84195 p Renewal job has duplicate userids
84200 x File translation failed
85012 d Unknown permission name
86101 x Group owner only
86201 p chatid missing
86202 p Group name missing
86203 p Group owner missing
86204 p Group members missing
86205 p String chatid too long
86206 p Numeric chatid too large
86207 p Owner is not a group member
86214 p Group-send type invalid
86220 p Chat parameter invalid
86222 x App chat needs a downstream member
86224 x Only for restricted groups
86225 x Course group owner cannot be removed
86226 d Owner may not create course groups
86227 x Corp is not in higher education
90001 d Shake-nearby not verified
90002 p Shake-nearby ticket missing
90003 k Shake-nearby ticket invalid
90104 p External attribute: miniprogram title length invalid
90105 p External attribute: miniprogram pagepath invalid
90106 p External attribute: parameters invalid
90142 p Venue code id invalid
90201 p Miniprogram notice: too many content items
90202 p Miniprogram notice: key length invalid
90203 p Miniprogram notice: value length invalid
90204 p Miniprogram notice: page invalid
90208 p Miniprogram appid does not match
90211 p suiteid at login is invalid
90212 x suiteid and miniprogram do not match
90300 p orderid invalid
90302 p Paid app expired
90303 p Paid app seat limit exceeded
90304 t Order service failed; retry later
90305 p A parameter is wrong; see errmsg
90306 p Merchant settings invalid; see errmsg
90309 p Order already exists
90310 n Order not found
90311 x Closing the order failed
90312 x Refund failed; see errmsg
90313 p Refund rate exceeded
90314 p Order status wrong
90315 p refund_id is a duplicate
90316 p Refund reason code wrong
90317 x Not registered as a supplier
90318 p nonce_str empty or reused
90320 k Order token invalid
90321 k Order token expired
90322 x Old multi-app suites have no payment
90323 x Unit price too high
90324 x Quantity too high
90325 p Pre-order already exists
90326 p Pre-order number invalid
90327 p Pre-order already settled
90328 x Settlement failed; see errmsg
90329 x Order number used by a pre-order
90330 x Creating the supplier failed
90331 x Updating the supplier failed
90332 x Contract not signed
90333 x Creating the contract failed
90338 x Refund deadline has passed
90339 d Supplier name has forbidden characters
90340 d Customer creation failed; data not verified
90341 p Refund exceeds the payment
90342 p Refund exceeds the balance
90343 p Refund number already exists
90344 p Payment channel invalid
90345 d WeChat Pay not allowed above 50,000 CNY
90346 p Too many refunds of one order
90347 d Refund may not be zero
90348 x Payment key not configured
90349 p Too many records
90350 x Bank data failed verification
90351 x App status abnormal
90352 p Trial extension too long
90353 p Pre-order list is empty
90354 p Pre-order list too long
90355 x Linked to a refunding pre-order
90356 x Order of zero amount
90357 x Proxy order needs a payment channel
90358 x Pre-orders and proxy orders: no partial refund
90359 x Pre-order and buyer corp differ
90381 p refunded_credit_orderid invalid
90405 p Image type invalid
90406 p Image size invalid
90407 x Corp is a K12 corp
90408 p Image invalid
90409 x Image upload failed
90410 p Application number already in progress
90412 p Super admin application quota reached
90413 p Corp application quota reached
90414 x Parameter error
90415 p Application number unknown
90416 x Super admin lacks the right
90418 x Withdrawer not real-name verified
90419 x Image upload failed
90420 x Withdrawer identity differs from super admin
90421 d Business scope does not fit the subject
90431 p Three free orders per app, corp, day
90432 d Top-up account not opened
90433 x Balance too low
90456 p Organiser required
90457 p Calendar id invalid
90458 p Calendar id list is empty
90459 n Calendar was deleted
90460 n Schedule was deleted
90461 p Schedule id invalid
90462 p Schedule id list is empty
90463 x Organiser cannot change
90464 p Too many attendees
90465 p Repeat type unsupported
90466 x Calendar or schedule of another app
90467 p Weekday parameter invalid
90468 x Organiser cannot change
90469 p Page size too large
90470 p Page number invalid
90471 p Reminder time invalid
90472 d No right to the calendar or schedule
90473 p Colour invalid
90474 x Organiser is also an attendee
90475 x Calendar belongs to someone else
90477 x Only the system calendar app reads user calendars
90479 x User-made schedules cannot be changed
90480 p timezone invalid
90481 p Organiser has too many calendars
90482 p op_start_time invalid
90483 p public_range required
90484 x Single-occurrence mode needs a repeating schedule
90485 p op_mode invalid
90486 p repeat_interval missing
90487 p day_of_month invalid
90488 p start_time must follow op_start_time
90489 x Auto-subscription is for public calendars
90490 p Too many subscribers
90491 d userid may not subscribe
90492 p Admin is not a member
90493 x A deprecated parameter was used
90494 x Calendar is not the creator's
90495 x App type cannot use admins
90496 x Read-only calendar cannot have admins
90497 x Mail-made schedules cannot be updated
90498 p Schedule already booked another room
90499 x Room was booked by another app
90500 x Group owner has not left
90501 p Not a customer group
90502 x Group owner has left
90503 x Group full; confirm in the client
90504 x Group owner unchanged
90507 x Group inheritance in progress
90508 p Group already inherited
90509 p Not a WeCom customer group
90510 x No active user within a year
90511 p opengid unknown or invalid
90602 p Meeting id invalid
90603 p Event category id invalid
90604 p Grid unit id invalid
90606 p Grid unit has 20 admins already
90607 x Grid unit still has members
90608 x Grid unit name is taken
90609 p Grid unit has too many members
90610 p Grid unit has too many members
90613 p Member manages too many grids
90700 x Cancel the room booking first
90704 p remind_time_diffs has an invalid value
90705 x Schedule creator has left
90706 x Start cannot move before now
90707 x Linked meeting is running
90708 x Creator has no default calendar
90710 x Linked meeting has ended
90711 x Room is out of service
90712 x Default calendar cannot be deleted
90713 p Attendees missing
90714 p Admins missing
90715 p Admins must be attendees
92006 p Live already started or cancelled
92007 x Replay cannot be deleted
92008 d App has no right to this live
93001 x Group does not accept pushes
93017 p Message content is empty
93018 p Image too large
93050 p response_type invalid
94000 x Workbench custom mode is off
94001 p type invalid
94002 p keydata missing
94003 p keydata items too many
94005 p list missing
94006 p list items too many
94007 p webview missing
94008 x Workbench template type not set
94010 p title missing
94011 p webview height type wrong
94012 p data missing
94013 p image url invalid
94014 p list title invalid
94015 p webview url invalid
94016 x height differs from the app template
95003 p Agent reception limit
95004 n open_kfid does not exist
95005 p Too many service accounts
95006 p Service account name invalid
95008 p Too many menu items
95009 p Menu item type invalid
95011 p Customer service already used inside WeCom
95012 x Customer service not used inside WeCom
95013 x Session has ended
95014 p User is not an agent
95015 x Dedicated service set in the console
95016 d State change not allowed
95017 x Basic right only; API switch is off
95018 x Session state forbids sending
95019 x Agent stopped or paused reception
95020 p Too many agents configured
95022 p location_type invalid
95023 x API switch is granted to a delegated app
95026 x Low use; no more service accounts
95027 x Unverified corp: 10 service accounts
95030 d Message type banned by the component
95031 x Customer silent for 48 hours
95032 x Component lost the chat record right
95033 p msgid is a duplicate
301016 x Voice file does not meet requirements
301017 p Voice must be AMR
301019 p File md5 invalid
301024 p Check-in query period too long
301026 x Approval template unavailable
301048 p sdkfileid unknown or expired
301049 x App not linked in the emergency app
301050 x Emergency app is off
301051 x Emergency app balance too low
301052 p Chat archive expired
301053 d Chat archive not enabled
301056 d Approval app disabled
301057 t Approval submission failed internally
301058 p Archive request too large; lower limit
301059 p Not an internal group
301060 x More than 100 consent queries
301062 x No attendance right
301063 x Parameter error
301064 t Internal error
301073 p Shift time parameter invalid
301079 p Attendance time conflicts with an approval
301080 p Scheduled check-in time invalid
301081 p Check-in time invalid
301082 p Scheduled check-in date invalid
301083 p Check-in call parameters invalid
301084 p journal_uuid invalid
301085 p docid invalid
301086 x Parameter error
301087 p Too many approval templates
301089 p groupid invalid
301090 x Check-in rule holds an id without right
301091 x Check-in rule ranges clash
301092 d App may not change this check-in rule
301093 p Check-in rule field invalid
301094 p Check-in rule field invalid
301095 p Too many check-in rules
301097 p Check-in rule field invalid
301099 x Rule forbids correcting lateness
301101 x Rule forbids correcting early leave
301102 x Rule forbids correcting a missed check-in
301103 x Rule forbids correcting other anomalies
301104 x Rule forbids correcting lateness and anomalies
301105 x Rule forbids correcting early leave and anomalies
301111 x Archive SDK too old
301112 x Narrow the query period
301113 x Approval check-in pending; no correction
301115 x Template has a custom print layout
301116 d Third parties may not use this archive SDK
302003 p Import file has duplicate userids
302004 x Import structure is not one valid tree
302006 p Import file has duplicate partyids
302007 x Import: sibling departments share a name
302008 x Another import job is running
400010 p block_hint invalid
400011 p The block has expired already
400012 x block_hint cannot lift this block
400013 p Too many unblock attempts
400020 p Too many meeting participants
400021 p Participant or host invalid or invisible
400025 d remind_scope invalid
400026 p repeat_type invalid
400027 p Too many hosts
400028 x Meeting app is off
400029 p Host must be a participant
400030 p Meeting password invalid
400031 p Meeting settings invalid
400032 p repeat_until invalid
400033 p repeat_interval invalid
400034 p meeting_start invalid
400035 p meeting_duration invalid
400036 x Creator lacks the calendar right
400037 p Ring user is not a participant
400038 p userid missing
400039 p Admin is not a participant
400040 p admin_userid missing
400041 x Meeting was cancelled
400042 p Meeting title invalid
400043 x Deprecated; use admin_userid
400044 d System app takes only creator_userid
400045 x Instant meetings cannot be changed
400218 x A participant lacks a pro account
400219 x The initiator lacks a pro account
400220 x Meeting creation stopped by risk control
400221 x Running or ended meetings cannot be updated
400222 x Meeting start lies in the past
400223 p Start or end time invalid
400224 p Running or ended meetings cannot be cancelled
400226 x Field needs the advanced meeting feature
400227 p Repeat type invalid
400228 p Repeat count invalid
400237 p location too long
400238 d No right to set media_set_type
400301 x Same meeting is being created
400302 x Same meeting was created
400303 d User may not create meetings
400304 x User lacks the right
400307 x Meeting belongs to another corp's member
400308 x User is neither participant nor creator
511020 p Question is a duplicate
600001 p sn invalid
600002 p Device already registered
600003 p activecode invalid
600004 d Hardware not authorised by any corp
600005 p Hardware secret invalid
600006 p Hardware deviceid invalid
600007 p sn missing
600008 p nonce missing
600009 p timestamp missing
600010 p signature missing
600011 x Signature check failed
600012 p Connection already registered a device
600013 p activecode missing
600014 x Device not registered on the network
600015 p secret missing
600016 d Device not activated
600017 p Check-in time invalid
600018 p Start or end time invalid
600019 p End time invalid
600020 x Device not logged in
600021 p Device sn already exists
600023 p Timestamp expired
600024 x Firmware above 5 MB
600025 p Firmware name empty or over 20 bytes
600026 p Firmware unknown
600027 p Firmware parameter invalid
600028 x Firmware version exists
600029 p Firmware version invalid
600030 p Firmware version missing
600031 d Firmware may not be upgraded
600032 x Hardware QR code unreadable
600033 x Device model id clashes
600034 p Fingerprint data too large
600035 p Face data too large
600036 x Device sn clashes
600037 p Device model id missing
600038 p Device model unknown
600039 p Device type unsupported
600040 p Print task unknown
600041 p offset or limit invalid
600042 p Device model id invalid
600043 x Access rule not set
600044 p Access rule invalid
600045 p Device already subscribed to the corp
600046 x Operation id and userid differ
600047 p secretno status invalid
600048 p Fingerprint algorithm invalid
600049 p Face algorithm invalid
600050 p Algorithm length invalid
600051 p Device expired
600052 p File chunk invalid
600053 p Connection already activated
600054 p Connection already subscribed
600055 p User type invalid
600056 p Health status invalid
600057 p Temperature missing
600063 x Hardware cannot scan
610001 x More than 5000 permanent QR codes per member
610003 p scene invalid
610014 p unionid invalid
610015 x Miniprogram's open-platform account unverified
610016 d Corp not verified
610017 x Miniprogram and corp subjects differ
610018 x openid and unionid on different platforms
610019 x Third-party app not installed
610020 x No third-party app of the same provider
610021 x That third-party app lacks the customer right
610022 x Corp is the provider; no migration needed
610023 p External contact scale limit reached
610024 p Qualification papers missing; customers locked
630005 p launch_code invalid
630010 p sdk_func invalid
630011 p singlechat invalid
630012 x Operator identity differs
630013 x launch_code belongs to another app
630014 x launch_code is for another SDK call
630015 x Chat partner has left
640001 n Space does not exist
640002 n File does not exist
640003 n File was deleted
640004 d No access
640005 x Member is not in the space
640006 p Member storage exceeded
640007 p Drive storage exceeded
640008 d No right to the space
640009 p File name invalid
640010 p Space has too many members
640011 p JSON format does not match
640012 p userid invalid
640013 p departmentid invalid
640014 x Space has no valid admin
640015 p Preview right unsupported
640016 p File watermark unsupported
640017 d Drive API right not enabled
640018 x Drive edit right not set
640020 p Right type invalid
640021 p fatherid invalid
640022 p File base64 invalid
640023 d Right scope invalid
640024 p fileid invalid
640025 p space_name invalid
640026 p spaceid invalid
640027 x Parameter error
640028 x Invite link is off
640029 x Only plain files can be downloaded
640032 d Member may not create spaces
640035 r Free accounts: 1000 drive calls a month
640039 x Chunk size and block_sha differ
640044 x Space is in confidential mode
640045 d No right to set upload and download
640046 d No right to set custom rights
640047 p Upload too large
640048 x Upload sequence broken
640051 x Parameter error
640052 p Document name invalid
640053 p Too many admins
640054 p Document type invalid
640055 p Too many document members
640056 x Member to remove is not in the document
640060 p Space file quota reached
640061 x Smartsheet: rule name is taken
640062 p Smartsheet: rule name too long
640063 p Smartsheet: too many member rules
640065 p Smartsheet: extra member right unknown
640067 p Smartsheet: member to delete unknown
640069 p Smartsheet: too many rule members
640070 x Smartsheet: global row rule excludes local ones
640071 p Smartsheet: row rule count invalid
640072 x Smartsheet: row rule lacks field id
640073 x Smartsheet: row operator takes no value
640074 x Smartsheet: row operator needs a value
640075 x Smartsheet: row operator undefined
640076 p Smartsheet: other row rights invalid
640077 x Smartsheet: row rule type undefined
640078 x Smartsheet: global column rule excludes local ones
640079 x Smartsheet: column rule lacks field id
640080 p Smartsheet: column rule field id duplicated
640081 p Smartsheet: column rule invalid
640082 p Smartsheet: column minimum right invalid
640083 p Smartsheet: column default right invalid
640084 p Smartsheet: column can-rights invalid
640085 x Smartsheet: column rule type undefined
640086 p Smartsheet: sheet id empty
640087 p Smartsheet: sheet id duplicated
640088 p Smartsheet: sheet right invalid
640089 p Smartsheet: sheet right type invalid
640090 p Smartsheet: member type invalid
640091 p Smartsheet: member duplicated
640092 p Smartsheet: member invalid
640093 p Smartsheet: column type list empty
640094 x Smartsheet: everyone rule cannot be named
640095 p Smartsheet: creator column type invalid
640096 p Smartsheet: column type invalid
640097 p Smartsheet: table id invalid
640098 p Smartsheet: date, number or file column wrong
640100 p Smartsheet: reference column wrong
640101 p Smartsheet: system column wrong
660001 p Merchant number invalid
660002 p Corp payee id invalid
660004 d partyid outside the app's range
660005 d tagid outside the app's range
660006 n Merchant number not found
660007 p Application already exists
660008 p Merchant number already bound
660009 x Merchant subjects differ
660010 p Too many bound merchants
660011 x Merchant number not bound
660012 p paymentid invalid
660013 x Payment system app is off
660014 x API retired
670001 x App is not in the shared range
670002 p chain_id invalid
670003 p Chain group id invalid
670004 x Corp is not in the chain
670005 p Too many corps in the chain
670006 p Chain rule id invalid
670007 p Too many chain rule ids
670008 x Group is not unique
670009 x Custom id is not unique
670010 p Too many persons in charge
670011 p Custom corp id invalid
670012 p Imported corp name empty
670013 p Corp name invalid
670014 p Chain contact name empty
670015 p Chain contact name invalid
670016 p Identity must be leader or member
670017 x Group and corp share a name
670018 x Contact account abnormal; no invitation
670019 p Too many people in one corp
670020 x More than 9 group levels
670021 p Group name invalid
670022 x An import is running
670023 r Daily import limit exceeded
670024 x Account abnormal; no import
670025 p Import size exceeded
670026 p Too many corps joined the chain
670027 x Chain creator cannot be removed
670028 x Corp name is not unique
670030 d No right to this groupid
670031 x Admin forbids a contact to join
670032 p Member custom id invalid
670033 x Member has several custom ids
670034 x Member custom id is taken
670035 x Member has no custom id
680000 x Parameter error
680001 p Mail group address invalid
680002 p Mail group name invalid
680003 p Mail group member invalid
680004 p Nested mail group invalid
680006 x Mail group use right
680007 p Allowed sender mailbox invalid
680008 p Mail group is empty
680010 x Mail group address is taken
680011 x Mail group address is taken
680012 p Mail group unknown
680015 p fuzzy invalid
680032 p Public mailbox address invalid
680033 x Public mailbox address is taken
680034 p Public mailbox name invalid
680035 p Public mailbox id unknown
680036 p Public mailbox id invalid
680037 x Account balance too low
680040 x Public mailbox name is taken
680041 p User option type invalid (get)
680042 p User option type invalid (update)
680043 p Mailbox switch type invalid
680044 d Super admin or creator cannot be disabled
680045 p Mailbox already closed
680046 p Too many enabled mailboxes
680047 p Alias format invalid
680048 x Alias is taken
680049 x More than 5 aliases
680050 x Corp has no own domain
680106 x Corp meeting app is off
680151 p Client password id wrong
680153 p Too many client passwords
701001 d Not a basic license account
701002 d License account invalid
701003 p Activation code already bound
701004 x User never activated this type
701005 d License order invalid
701006 d License account type invalid
701007 p Account type invalid
701009 x Pilot period: one month only
701010 p Every account_code is invalid
701011 p userid already bound
701012 x active_code binding period passed
701013 x Pilot period: one renewal only
701014 x jobid holds at most a million userids
701015 x No app authorisation; order refused
701016 p Account inactive or expired
701017 x Account moved within 30 days
701018 p Receiver already has that type, long valid
701020 p userid duplicated
701021 o Activation code invalid
701022 x Activation code is being made
701023 p Activation code duplicated
701024 x Whole batch failed
701025 p Batch list is empty
701026 p List too long
701027 r Test corp account quota exceeded
701028 x Test corp: one month at most
701029 x Test corp: one renewal only
701030 p Code validity exceeds 5 years in sum
701031 x An order is migrating
701032 x An order is unpaid
701033 x An order is making codes
701034 p Old corp must migrate first
701035 x Formal order exists; no test order
701036 x Test order active; no order
701037 x An order has a pending refund
701038 x Public-welfare corp: 12 months only
701039 x Public-welfare corp: no renewal
701040 p Public-welfare corp: quantity limit
701051 x App not shared downstream
701054 x Code was shared from upstream
701055 x Code was shared downstream
701056 p Shared codes exceed twice the contacts
701057 x Provider did not authorise the upstream corp
701058 x Corps are not in one chain
701063 d Corp license is closed
701070 p Auto-activation status invalid
701071 d License never bought for the corp
701072 d Corp has no unused license
701081 p Write conflict on the code; reload
701082 x Old code has too much time left
701083 x Order unpaid
701084 x Order is not unpaid
701085 t Order busy; retry later
701086 x Order of another corp
701087 x No interop app installed
701088 d User outside the provider app's range
701089 d User outside the interop app's range
701090 x Every renewal is zero days
701100 p Timestamp invalid
701101 p limit above 1000
701102 x More than 100 users queried
701103 p Operation type invalid
701104 p Operation source invalid
701105 p cursor invalid
701107 d User outside the document archive or range
701108 p docid invalid
701109 p Export format invalid
701112 x Public-welfare discount ended
701120 x Parent order id not accepted
701121 x Test corps cannot use multi-corp orders
701122 p Every corp of the order is invalid
701123 x jobid holds at most 100,000 corps
701124 p corpid duplicated
701125 x jobid not submitted
701126 p jobid already submitted
701127 p Not a test corp; no test order
701128 x Test corp; only test orders
701129 x Corp has no app order of the provider
701130 p Every app order has expired
701131 p Codes exceed the free trial seats
701132 x Short purchase: at most twice the contacts
701133 x Free trial: at most 93 days
701135 d License shorter than the app order
701139 d Archive app not authorised
701140 p Archive version already bought
701141 p Archive version not bought or expired
701142 r Order updated concurrently; retry
701143 x Unpaid or refunding order exists
701146 x Overseas corps cannot buy the archive
701147 p Single balance payment limit exceeded
701149 x Renewal only in the last 60 days
701150 d Test corps cannot assign licenses
701151 p jobid wrong or expired
701152 p docid wrong or document not public
701153 p Query user quota reached
701154 p Export document quota reached
701158 p Order type unsupported
701159 p Seat count invalid
701160 x A corp failed the payment check
701161 x Order set to WeChat online banking
701163 p Effective time invalid
701164 x No version to upgrade to
701165 p chat_archive_api missing
701166 x Operator lacks right or has left
701167 x Seat count too high
701169 x Only unpaid orders can be cancelled
701170 d License exemption of the group code ended
701200 x Another image is being published
701230 p Original start or end is wrong
701231 x A version waits to take effect
701250 p Timestamp invalid
701252 p cursor invalid
701400 d Space outside the member's archive grant
701401 d Member outside the drive archive
701402 x Drive archive confirmation not passed
701403 x File cannot be downloaded
701404 x Member is not space super admin
701405 x Data changed; start at page one
710000 c open_corpid invalid
710002 c open_pending_corpid invalid
710003 p formid invalid
710004 p mailid invalid
710006 p tmp_external_userid invalid
710007 p gateway_id invalid
710200 k Step-count ticket invalid
710201 x User denies step counts
710400 k model_access_token invalid
710401 k model_access_token expired
710402 p model_ticket invalid
710403 k model_access_token missing
710600 p msgid or key data wrong
710601 p msgid wrong
710602 p msgtype wrong
710603 p Key data wrong
710605 x Message decryption failed
710606 d Group outside the authorised range
710607 d Department outside the authorised range
710608 d User outside the authorised range
710609 d Follower outside the authorised range
710610 p Keyword and behaviour both empty
710611 p cursor wrong
710612 p Keyword rule unknown
710613 p msgid duplicated
710614 x No group member in the authorised range
710615 p session_type wrong
710616 p Analysis task type wrong
710617 p Analysis task already submitted
710618 x Analysis task not submitted
710619 p Too many keyword rules
710620 p Keyword rule id wrong
710621 p Phone number format wrong
710622 p Bank card format wrong
710623 p Too many messages per analysis
710624 p Group id invalid
710625 p Analysis task type wrong
710626 x Custom id exists
710627 x Storage full
710628 p Digest too long
710629 p Too many exported messages
710632 x Knowledge set not created
710633 x Analysis failed
710634 x Analysis failed
710635 x Own model not deployed
710636 p Ability id invalid
710637 x Every message failed analysis
710638 x Program call failed
710639 x Content is inappropriate
710640 p App type unsupported
710641 x App lacks the data zone right
710642 x Waiting for the program or model
710643 x App lacks the knowledge set grant
710644 x App lacks the general model grant
710645 p Program unknown or abnormal
710646 p notify_id invalid
710647 p Input protocol does not match
710648 p Key behaviour value invalid
710649 p Too many group ids
710650 p Keyword list missing
710651 x No paid version
710652 x Archive older than 90 days
710653 x Trial ended 30 days ago; archive void
710654 x Paid period ended 30 days ago
710655 x Several archive ranges; no migration
710656 p Target app already has a public key
710657 x Another app is migrating
710658 p Already migrated
710659 x Third-party archive has no public key
710660 x Sample image failed internally
710671 c Debug credential expired
710672 x Debug mode needs a test installation
710673 x Model or program not in debug mode
710674 x Data zone connection failed
710675 t Data zone timed out
710676 x Data zone program answered non-200
710677 x Data zone decryption or signature failed
710678 p Sheet size limits exceeded
710682 t Large model busy; retry
710700 x Speech recognition failed
710800 p Member is not a document member
710801 x Group is not internal
710802 d Group is banned
730000 p tmp_openid invalid
730001 p Recording file id invalid
730002 p Recording id invalid
730003 p Sub-meeting id invalid
730004 p Meeting number invalid
730005 x Meeting of another app
730006 p Enrolment id invalid
730007 x Not pro, or under 10 rooms
730008 x Meeting deleted
730009 p Admin must be a participant
730010 x Meeting not made by API
730011 p Meeting type unsupported
740000 x Gateway host and port clash
740001 x Gateway target path clashes
740002 p Too many gateways
740003 p Too many paths in one gateway
740004 p Gateway unknown
740005 p Gateway host is not a domain
740006 x Gateway host verification failed
751001 d Advanced mail not enabled
751002 r Advanced mail quota too low
770001 r Advanced feature quota too low
770003 x Whole-corp purchase: no assignment
770004 x No valid user in the list
770005 d Advanced feature not enabled
770006 p jobid invalid
770007 x Job is running
770008 x Assigned over 7 days ago; irrevocable
770009 p Every user already has the feature
770010 x Bought at Tencent Meeting; not here
770011 p applyid invalid
770013 x Only API-made requests can change
770014 p Request status conflict
770015 p Approver data invalid
770016 p Approval url invalid
770017 x Approval status cannot change
790010 x Task is not running
790011 p Task type invalid
790012 p JSON template invalid
790013 p JSON result invalid
790014 x JSON result does not fit the template
790015 p JSON request invalid
790016 x JSON request does not fit the template
790017 p job_info invalid
790020 x Model or program not linked to app
790021 x Program not deployed normally
790022 x Result is inappropriate
790023 p Request already running
790024 x Knowledge base of another app
790025 p Knowledge base web_url invalid
790026 p Too many knowledge base entries
790027 p Too many knowledge bases
790028 x Knowledge base cannot be emptied
790029 p web_url already in the knowledge base
790032 p Knowledge entry name invalid
790033 x Name has invisible characters
790034 n Knowledge base was deleted
790040 p Model input too long
790041 x No message could be fetched
800000 p Knowledge base id invalid
800001 p Model or program id invalid
800002 x Model or program not deployed
800003 p Ability id unknown
810000 o Welcome code invalid
810001 x Friend relation check failed
810002 p Message sending limited
810003 x Smart account abnormal
810004 x Smart account not approved
830001 p Upload url invalid
830002 p File or Range too large
830003 x Download from the upload url failed
842002 x Delegated template not online
842003 p Not a delegated template
842004 p Delegated template count invalid
842005 p App type unsupported
842006 p Delegated app already authorised
844001 p output_file_format invalid
844002 x Installed over 7 days ago; no call
845001 x openid is neither account nor miniprogram
845002 x openid subject differs from the corp
845003 x unionid subject differs from the corp
846000 p Not a delegated or third-party app
2000003 x No remote door data
2000004 x Door record of another device
2000007 p Remote door status wrong
2000009 p Door scan operid invalid
2000010 p Door scan status wrong
2000055 x Primary column cannot be deleted
2000111 x System failure; retry later
2000141 x System failure; retry later
2010003 r Too much concurrency; retry
2020036 p file_id, file_url or file_ext empty
2022003 p Record unknown
2022005 p View is empty
2022009 p View type invalid
2022010 p Column type invalid
2022018 p Date parameter invalid
2022020 p Select column property invalid
2022022 x View exists
2022023 x offset beyond the total
2022029 p Smartsheet row or column limit
2022030 p Field title invalid or duplicated
2022031 x ID exists
2022032 p View property invalid
2022033 p Filter invalid
2022034 p Date value invalid
2022035 p Reference value invalid
2022037 p Location value invalid
2022040 p Field property invalid
2022041 p Reference column property invalid
2022043 p Location column property invalid
2022047 p Auto-number column property invalid
2022048 x No edit right
2022049 x View is locked
2022050 x View is hidden
2022051 x App-linked record cannot change
2022052 x At most 3 fields pinned
2040035 x Previous write unfinished; retry
2040039 p Cell, row or column limit
2050067 p Document version wrong
2090726 x Retry later
2400001 x Request parameter error
2400003 p Resource unknown
2400004 x Resource exists
2400005 d Access not allowed
2400006 d Resource operation not authorised
2400007 p Request limit exceeded
2400008 p Resource out of range
2505401 p Too many sheets
2543303 p Sheet unknown
2543306 x Sheet count abnormal
2543337 x Data still loading; retry
`
