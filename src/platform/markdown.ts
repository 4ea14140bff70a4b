/**
 * Text in Markdown on one line, shown as it is: none of it becomes markup, HTML, or another column of a table. For text
 * from outside, such as names of branches, tags and AWS's own messages.
 */
export function literally(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`|<>&*_~[\]#]/g, (found) => `&#${found.charCodeAt(0)};`);
}
