/** Every secret of the fault tests starts with this word, so that one search finds them all. */
export const canaryMark = 'CANARY'

/** Secrets with every kind of character they may have. */
export const canaries = {
  secret: 'CANARYsecret-_abcdefghijklmnopqrstuvwxyz012',
  otherSecret: 'CANARYothersecret-_klmnopqrstuvwxyz0123456',
  token: 'CANARYtoken-_0a1b2c3d4e5f6g7h8i9j',
  secondToken: 'CANARYtoken-_second9j8i7h6g5f4e3d2c1b',
  code: 'CANARYcode-_0a1b2c3d4e5f',
  userTicket: 'CANARYuserticket+/=&%20x',
  ticket: 'CANARYticket-_0a1b2c3d4e5f',
  aesKey: 'CANARYaeskey0123456789abcdefghijklmnopqrstu',
  callbackToken: 'CANARYcallbacktoken0123',
} as const
