const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Text as Slack shows it literally: the three control characters become entities, so that neither `<!channel>` nor a
 * link can come from a commit message (Slack, "Formatting text for app surfaces: Escaping text"). Text that gets longer
 * than `limit` ends in an ellipsis; an entity is never cut in two.
 */
export function slackText(text: string, limit: number): string {
  let escaped = '';
  for (const character of text) {
    const next = entities[character] ?? character;
    if (escaped.length + next.length > limit) return `${withoutLast(escaped, limit)}…`;
    escaped += next;
  }
  return escaped;
}

/** Makes room for one character at the end. */
function withoutLast(escaped: string, limit: number): string {
  if (escaped.length < limit) return escaped;
  return escaped.replace(/(&(amp|lt|gt);|[\ud800-\udbff][\udc00-\udfff]|[\s\S])$/, '');
}

/** One line: for names, which have no business spanning several. */
export function slackLine(text: string, limit: number): string {
  return slackText(text.replace(/\s+/g, ' ').trim(), limit);
}

/** A name in a code span, where Slack's other marks mean nothing. */
export function slackCode(text: string, limit = 200): string {
  return `\`${slackLine(text.replaceAll('`', "'"), limit)}\``;
}

/** A link. Both parts are escaped; the address loses what would end it early. */
export function slackLink(url: string, label: string): string {
  return `<${slackText(url.replace(/[|>\s]/g, ''), 1_000)}|${slackLine(label.replaceAll('|', '/'), 200)}>`;
}
