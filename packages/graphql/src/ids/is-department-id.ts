const departmentIdPattern = /^[0-9]{1,10}$/

/** Whether a text can be a department id: WeCom numbers them with 32 bits. */
export function isDepartmentId(text: string): boolean {
  return departmentIdPattern.test(text)
}
