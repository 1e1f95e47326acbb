import type { HtmlTools } from '../input/html.js';

/** Loads the libraries that read web pages; they take a quarter of a second, so only HTML input pays for them. */
export async function loadHtmlTools(): Promise<HtmlTools> {
  const [{ parseHTML }, { Readability }] = await Promise.all([import('linkedom'), import('@mozilla/readability')]);
  return { parseHTML, Readability: Readability as unknown as HtmlTools['Readability'] };
}
