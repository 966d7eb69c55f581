import { DatabaseSync } from 'node:sqlite'

/** The table of members: what your other programs read instead of asking WeCom. */
export function openMembers(file) {
  const database = new DatabaseSync(file)
  database.exec(`
    CREATE TABLE IF NOT EXISTS members (
      userid TEXT PRIMARY KEY COLLATE NOCASE,
      name TEXT NOT NULL,
      position TEXT NOT NULL,
      main_department INTEGER
    ) STRICT`)
  const put = database.prepare('INSERT OR REPLACE INTO members VALUES (?, ?, ?, ?)')
  const remove = database.prepare('DELETE FROM members WHERE userid = ?')
  const all = database.prepare('SELECT * FROM members ORDER BY userid')

  const insert = ({ userId, name, position, mainDepartmentId }) =>
    put.run(userId, name, position ?? '', mainDepartmentId ?? null)

  return {
    all: () => all.all(),
    put: insert,
    remove: (userId) => remove.run(userId),
    replaceAll(members) {
      database.exec('BEGIN; DELETE FROM members')
      members.forEach(insert)
      database.exec('COMMIT')
    },
  }
}
