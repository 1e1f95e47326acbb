/** Makes text safe for HTML, between tags and inside quoted attributes; control characters and broken surrogates are replaced. */
export function escapeHtml(text: string): string {
  return text
    .replace(/(?![\t\n\r])[\p{Cc}\p{Cs}]/gu, '\ufffd')
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/"/gu, '&quot;')
    .replace(/'/gu, '&#39;');
}

/** Renders a value as JSON that may stand inside a `<script>` element: no tag or comment can begin or end in it, and no line separator. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Lower-cases a name of HTML as its parsers do: its I is the i of English. */
export function lowerHtmlName(name: string): string {
  return name.toLowerCase();
}
