import type { DirectoryUserFull } from '@wecom-kit/core'
import type { WecomViewer } from '../viewer.ts'

/**
 * The viewer's own record from the session alone, for members the app's visible range leaves out: they can sign in, and
 * `me` must not tell a front end that they did not.
 */
export function viewerRecord(viewer: WecomViewer): DirectoryUserFull {
  const departmentIds = viewer.departmentIds ?? []
  return {
    level: 'full',
    userId: viewer.userId,
    name: viewer.name ?? viewer.userId,
    departmentIds,
    alias: viewer.alias,
    englishName: undefined,
    avatarUrl: viewer.avatarUrl,
    thumbnailUrl: undefined,
    gender: undefined,
    status: 'unknown',
    position: viewer.position,
    externalPosition: undefined,
    mainDepartmentId: viewer.mainDepartmentId,
    memberships: departmentIds.map((departmentId) => ({
      departmentId,
      isLeader: undefined,
      order: undefined,
    })),
    directLeaderIds: [],
    mobile: viewer.mobile,
    telephone: undefined,
    email: viewer.email,
    businessEmail: viewer.businessEmail,
    address: undefined,
    attributes: [],
  }
}
