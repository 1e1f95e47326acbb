import { PageId } from '../page.js';
import { part } from './dom.js';

/**
 * Follows the reader's theme, lets the button change it, and prints in light colours.
 * @param changed called when colours changed; what is drawn on a canvas has to be drawn again
 */
export function startTheme(changed: () => void): void {
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const set = (theme: string | undefined) => {
    if (theme === undefined) delete root.dataset.theme;
    else root.dataset.theme = theme;
    changed();
  };
  part(PageId.Theme).addEventListener('click', () => {
    const isDark = root.dataset.theme ? root.dataset.theme === 'dark' : system.matches;
    set(isDark ? 'light' : 'dark');
  });
  system.addEventListener('change', changed);
  let before: string | undefined;
  addEventListener('beforeprint', () => {
    before = root.dataset.theme;
    set('light');
  });
  addEventListener('afterprint', () => set(before));
}
