// The article page and the report as a reader meets them, in a real browser.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { browserMissing, kunye, makePages, screenshotFolder, startBrowser } from './pages.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const VIEWS = [
  { scheme: 'light', width: 1200 },
  { scheme: 'dark', width: 1200 },
  { scheme: 'light', width: 380 },
  { scheme: 'dark', width: 380 },
];
const PERSON = '#PER:Oya%20Kesimo%C4%9Flu';

const missing = browserMissing();

describe('pages in Chromium', { skip: missing }, () => {
  let browser;
  let pages;
  before(async () => {
    browser = await startBrowser();
    pages = makePages();
  });
  after(async () => {
    await browser?.close();
    pages?.remove();
  });

  /** Opens a page, lets `look` work with it, and fails on any message of the console, any error and any request to elsewhere. */
  async function visit(name, { scheme = 'light', width = 1200, hash = '', bypassCSP = false } = {}, look) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, bypassCSP });
    const page = await context.newPage();
    const trouble = [];
    page.on('console', (message) => trouble.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => trouble.push(`error: ${error.stack}`));
    page.on('dialog', (dialog) => trouble.push(`dialog: ${dialog.message()}`) && dialog.dismiss());
    page.on('request', (request) => {
      if (!/^(?:file|data):/u.test(request.url())) trouble.push(`request: ${request.url()}`);
    });
    await page.goto(pages.url(name) + hash);
    await look(page);
    await context.close();
    assert.deepEqual(trouble, []);
  }

  const texts = (page, selector) => page.locator(selector).allInnerTexts();
  const heading = (page) => page.locator('h1').textContent();
  const names = (page) => texts(page, '.list .name');

  for (const name of ['article.html', 'report.html', `report.html${PERSON}`, 'report-en.html']) {
    for (const { scheme, width } of VIEWS) {
      const [file, hash = ''] = name.split('#');
      const label = `${file.replace('.html', '')}${hash ? '-name' : ''}-${scheme}-${width}`;
      test(`${label}: no message, no sideways scrolling`, async () => {
        await visit(file, { scheme, width, hash: hash && `#${hash}` }, async (page) => {
          await page.screenshot({ path: join(screenshotFolder(), `${label}.png`), fullPage: true });
          const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
          assert.ok(content <= window, `${content} px of content in ${window}`);
        });
      });

      test(`${label}: axe finds nothing against accessibility`, async () => {
        await visit(file, { scheme, width, hash: hash && `#${hash}`, bypassCSP: true }, async (page) => {
          await page.addScriptTag({ content: AXE });
          const { violations } = await page.evaluate(() => globalThis.axe.run());
          const found = violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join('\n  ')}`,
          );
          assert.deepEqual(found, []);
        });
      });
    }
  }

  test('article: a marked name leads to its entry, the entry back to its mentions', async () => {
    await visit('article.html', {}, async (page) => {
      const mark = page.locator('article mark a').first();
      const entry = await mark.getAttribute('href');
      await mark.click();
      assert.ok(page.url().endsWith(entry));
      await page.locator(`${entry} a`).last().click();
      assert.match(page.url(), /#m\d+$/u);
    });
  });

  test('report: search finds names typed without Turkish letters, by keyboard alone', async () => {
    await visit('report.html', {}, async (page) => {
      await page.getByRole('searchbox', { name: 'Ad ara' }).focus();
      await page.keyboard.type('simsek');
      assert.deepEqual(await texts(page, '#search-results .name'), ['Tarık Şimşekoğlu']);
      assert.equal(await page.locator('#search-status').textContent(), '1 ad bulundu');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.querySelector('h1').textContent === 'Tarık Şimşekoğlu');
      assert.equal(await page.getByRole('searchbox').inputValue(), '');
      assert.deepEqual(await texts(page, '#search-results .name'), []);
    });
  });

  test('report: a search without a find says so, Escape clears it', async () => {
    await visit('report.html', {}, async (page) => {
      await page.getByRole('searchbox').fill('qqq');
      assert.equal(await page.locator('#search-status').textContent(), 'Bu raporda böyle bir ad yok');
      await page.keyboard.press('Escape');
      assert.equal(await page.locator('#search-status').textContent(), '');
    });
  });

  test('report: a name is a page of its own: role, other forms, sentences, company; back goes back', async () => {
    await visit('report.html', {}, async (page) => {
      const title = await heading(page);
      const all = await names(page);
      await page.locator('.list a', { hasText: 'Oya Kesimoğlu' }).click();
      assert.equal(await heading(page), 'Oya Kesimoğlu');
      assert.match(await page.locator('.roles').textContent(), /Prof\. Dr\./u);
      assert.match(await page.locator('.aliases').textContent(), /Kesimoğlu/u);
      assert.equal(await page.locator('blockquote mark').count(), 3);
      const company = await names(page);
      assert.ok(company.includes('Rıfat Korugan') && !company.includes('Levent Çığır'), company.join());
      assert.equal(await page.locator('#timeline canvas').count(), 1);
      await page.goBack();
      assert.equal(await heading(page), title);
      assert.deepEqual(await names(page), all);
    });
  });

  test('report: the types shown filter lists and graph', async () => {
    await visit('report.html', {}, async (page) => {
      await page.getByRole('button', { name: 'Yerler' }).click();
      assert.deepEqual(await texts(page, '.list h2'), ['Kişiler', 'Kurumlar']);
      assert.equal(await page.locator('.node.type-1').count(), 0);
      assert.ok((await page.locator('.node.type-0').count()) > 3);
      await page.getByRole('button', { name: 'Yerler' }).click();
      assert.ok((await page.locator('.node.type-1').count()) > 3);
    });
  });

  test('report: a click on a node of the graph filters the page by it', async () => {
    await visit('report.html', {}, async (page) => {
      const before = await page.locator('.node').count();
      await page.getByRole('link', { name: /^Levent Çığır, Kişi/u }).click();
      assert.equal(await heading(page), 'Levent Çığır');
      assert.ok((await page.locator('.node').count()) < before);
      assert.equal(await page.locator('.node.chosen').count(), 1);
    });
  });

  test('report: the graph keeps its labels apart', async () => {
    await visit('report.html', {}, async (page) => {
      const overlaps = await page.evaluate(() => {
        const boxes = [...document.querySelectorAll('.node text')].map((text) => [
          text.textContent,
          text.getBoundingClientRect(),
        ]);
        const area = (a, b) =>
          Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
          Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
        return boxes.flatMap(([a, boxA], i) =>
          boxes
            .slice(0, i)
            .flatMap(([b, boxB]) => (area(boxA, boxB) > 0.25 * boxB.width * boxB.height ? [`${a} / ${b}`] : [])),
        );
      });
      assert.deepEqual(overlaps, []);
    });
  });

  test('report: the course of time is drawn, and there as a table', async () => {
    await visit('report.html', {}, async (page) => {
      const drawn = await page.evaluate(() =>
        [...document.querySelectorAll('#timeline canvas')].map((canvas) => {
          const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          return data.some((value, i) => i % 4 === 3 && value > 0);
        }),
      );
      assert.deepEqual(drawn, [true, true, true, true, true, true]);
      const cells = page.locator('#timeline tbody td');
      await page.locator('#timeline summary').click();
      await cells.first().waitFor();
      assert.equal(await page.locator('#timeline tbody tr').count(), 12);
      await page.getByLabel('Ölçü').selectOption('share');
      await page.locator('#timeline summary').click();
      assert.match(await cells.first().textContent(), /^%\d/u);
    });
  });

  test('report: the button changes the theme, pictures included', async () => {
    await visit('report.html', { scheme: 'light' }, async (page) => {
      const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const picture = () => page.evaluate(() => document.querySelector('#timeline canvas').toDataURL());
      const before = [await ground(), await picture()];
      await page.getByRole('button', { name: 'Açık / koyu' }).click();
      assert.notEqual(await ground(), before[0]);
      assert.notEqual(await picture(), before[1]);
      await page.getByRole('button', { name: 'Açık / koyu' }).click();
      assert.deepEqual([await ground(), await picture()], before);
    });
  });

  test('report: longer lists open in place', async () => {
    await visit('report.html', {}, async (page) => {
      const places = page.locator('.list.type-1');
      const count = await places.locator('li').count();
      await places.locator('.more').click();
      assert.ok((await places.locator('li').count()) > count);
      assert.equal(await places.locator('.more').isVisible(), false);
    });
  });

  test('report: printing leaves the tools out, on light paper', async () => {
    await visit('report.html', { scheme: 'dark' }, async (page) => {
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.locator('.tools').isVisible(), false);
      assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'light');
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), undefined);
    });
  });

  test('names that are markup stay text, in the report and in the article page', async () => {
    const evil = ['<script>alert(1)</script>', '</script><img src=x onerror=alert(2)>', '<svg onload=alert(3)>'];
    const line = (name, other) =>
      JSON.stringify({
        id: name,
        title: name,
        date: name,
        people: [{ name, count: 1, aliases: [name + other], roles: [other] }],
        places: [{ name: other, count: 1 }],
        organizations: [],
        entities: [
          { type: 'PER', start: 0, end: 1, text: name, name, sentence: 0, context: `${name} ${other} bir cümlede.` },
          { type: 'LOC', start: 2, end: 3, text: other, name: other, sentence: 0 },
        ],
      });
    const lines = evil.flatMap((name, i) => [line(name, evil[(i + 1) % evil.length]), line('Ali', 'Van')]);
    writeFileSync(pages.at('evil.jsonl'), lines.join('\n'));
    kunye(['report', pages.at('evil.jsonl'), '-o', pages.at('evil.html'), '--title', evil[1], '--quiet']);
    await visit('evil.html', {}, async (page) => {
      assert.equal(await heading(page), evil[1]);
      assert.ok((await names(page)).includes(evil[0]));
      await page.getByRole('searchbox').fill('script');
      await page.locator('#search-results a', { hasText: evil[0] }).first().click();
      await page.waitForFunction(() => document.body.classList.contains('chosen'));
      assert.equal(await heading(page), evil[0]);
      assert.equal(await page.locator('main img, main svg[onload], main script').count(), 0);
    });
    const name = '<img src=x onerror=alert(4)>.txt';
    writeFileSync(pages.at(name), `Vali Ece Tan <script>alert(5)</script> Ankara'da "${evil[1]}" dedi.`);
    writeFileSync(pages.at('evil-article.html'), kunye([pages.at(name), '--to', 'html']));
    await visit('evil-article.html', {}, async (page) => {
      assert.ok((await heading(page)).includes(name));
      assert.equal(await page.locator('img, script').count(), 0);
    });
  });
});
