/** A user of a machine, as its /etc/passwd has it. */
export interface Account {
  readonly name: string;
  readonly userId: string;
  readonly groupId: string;
  readonly home: string;
}

/** @returns undefined if there is no such user. */
export function findUser(passwd: string, wanted: string): Account | undefined {
  const fields = entries(passwd).find(([name, , userId]) => name === wanted || userId === wanted);
  if (!fields) return undefined;
  const [name = '', , userId = '', groupId = '', , home = '/'] = fields;
  return { name, userId, groupId, home };
}

/** The number of a group. @returns undefined if there is none. */
export function findGroup(group: string, wanted: string): string | undefined {
  return entries(group).find(([name, , groupId]) => name === wanted || groupId === wanted)?.[2];
}

function entries(text: string): string[][] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(':'));
}
