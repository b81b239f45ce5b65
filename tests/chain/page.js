// What a reader meets in report.html, in a real browser: node page.js CHROMIUM FILE.
// Tells "ok - …" and "not ok - …" as the scripts beside it do.
'use strict';
const { chromium } = require('playwright-core');
const axe = require('fs').readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const [, , executablePath, file] = process.argv;
const url = 'file://' + file;
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
	'--disable-component-update', '--disable-sync'];

function say(name, problems) {
	console.log((problems.length ? 'not ok - ' : 'ok - ') + name);
	problems.slice(0, 8).forEach(function (p) { console.log('    ' + p); });
}

// A page that notes what it should not do.
async function open(browser, options, noted) {
	const context = await browser.newContext(options);
	const page = await context.newPage();
	page.on('console', m => { if (m.type() === 'error' || m.type() === 'warning') noted.push('console: ' + m.text()); });
	page.on('pageerror', e => noted.push('error: ' + e.message));
	page.on('dialog', d => { noted.push('dialog: ' + d.message()); d.dismiss(); });
	page.on('request', r => { if (r.url() !== url && !r.url().startsWith('data:')) noted.push('request: ' + r.url()); });
	await page.goto(url);
	return page;
}

// Plots that are empty, too narrow or wider than the window.
function badPlots() {
	const bad = [];
	document.querySelectorAll('figure.track').forEach(function (figure) {
		const plot = figure.querySelector('svg.g');
		const box = plot ? plot.getBoundingClientRect() : figure.getBoundingClientRect();
		if (plot && (box.width < 180 || box.height < 60 || !plot.querySelector('use.m')))
			bad.push(figure.id + ': ' + box.width + ' x ' + box.height);
		plot && plot.querySelectorAll('use.m').forEach(function (mark) {
			const at = mark.getBoundingClientRect();
			if (at.width < 4 || at.left < 0 || at.right > innerWidth)
				bad.push(figure.id + ': a mark at ' + at.left);
		});
	});
	if (document.documentElement.scrollWidth > innerWidth)
		bad.push('the page is ' + document.documentElement.scrollWidth + ' wide');
	if (!document.querySelector('figure.track svg.g'))
		bad.push('no plot at all');
	return bad;
}

// Nothing that axe-core calls serious, the tables open.
async function serious(page) {
	await page.evaluate(() => document.querySelectorAll('details').forEach(d => { d.open = true; }));
	await page.evaluate(axe);
	const found = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
	return found.violations.filter(v => v.impact === 'serious' || v.impact === 'critical')
		.map(v => v.id + ': ' + v.nodes[0].html.slice(0, 160));
}

async function sizes(browser) {
	for (const [width, height, colorScheme] of [[1280, 900, 'light'], [390, 844, 'light'], [1280, 900, 'dark']]) {
		const noted = [];
		const page = await open(browser, { viewport: { width, height }, colorScheme }, noted);
		say('plots are seen at ' + width + ' pixels, ' + colorScheme, await page.evaluate(badPlots));
		const back = await page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number));
		say('the page is ' + colorScheme, (back[0] > 128) === (colorScheme === 'light') ? [] : [String(back)]);
		say('axe-core finds nothing serious at ' + width + ' pixels, ' + colorScheme, await serious(page));
		if (await page.evaluate(() => typeof pwned !== 'undefined'))
			noted.push('an article ran its script');
		say('nothing is fetched, no error is told at ' + width + ' pixels, ' + colorScheme, noted);
		await page.context().close();
	}
}

// By pointer and by keyboard, with and without script.
async function sentences(browser, javaScriptEnabled) {
	const page = await open(browser, { viewport: { width: 1280, height: 900 }, javaScriptEnabled }, []);
	const how = javaScriptEnabled ? '' : ', without script';
	const mark = page.locator('figure.track').first().locator('.pts li').first();
	const card = mark.locator('.card');
	const shown = async () => await card.isVisible() ? (await card.innerText()).trim() : '';
	say('no sentence covers the plot at first' + how, await card.isVisible() ? ['it does'] : []);
	await mark.locator('button').hover();
	say('a pointer shows the sentence' + how, (await shown()).length > 40 ? [] : [await shown()]);
	await page.mouse.move(1, 1);
	await mark.locator('button').focus();
	say('the focus shows the sentence' + how, (await shown()).length > 40 ? [] : [await shown()]);
	if (javaScriptEnabled) {
		await page.keyboard.press('Escape');
		say('Escape takes it away', await card.isVisible() ? ['it stays'] : []);
	}
	await page.context().close();
}

async function filters(browser) {
	const page = await open(browser, { viewport: { width: 1280, height: 900 } }, []);
	const count = () => page.locator('figure.track:visible').count();
	const all = await count();
	for (const key of ['place', 'measure', 'source']) {
		const value = await page.evaluate(k => document.querySelector('figure.track').getAttribute('data-' + k).trim().split(' ')[0], key);
		await page.selectOption('#by-' + key, value);
		const some = await count();
		const wrong = await page.evaluate(([k, v]) => [...document.querySelectorAll('figure.track')].filter(f =>
			f.hidden === f.getAttribute('data-' + k).trim().split(' ').includes(v)).length, [key, value]);
		say('the filter by ' + key + ' works', some > 0 && some < all && wrong === 0 ? [] : [some + ' of ' + all + ', ' + wrong + ' wrong']);
		await page.click('#filter button');
		await page.waitForFunction(n => document.querySelectorAll('figure.track:not([hidden])').length === n, all);
	}
	await page.context().close();
}

async function print(browser) {
	const page = await open(browser, { viewport: { width: 794, height: 1123 } }, []);
	await page.emulateMedia({ media: 'print' });
	const hidden = await page.evaluate(() => [...document.querySelectorAll('table')].filter(t =>
		!t.checkVisibility({ contentVisibilityAuto: false, visibilityProperty: true }) || t.getBoundingClientRect().height < 20)
		.map(t => t.caption.textContent));
	const tables = await page.locator('table').count();
	say('print shows every table', tables ? hidden : ['there is none']);
	say('each plot has its table', await page.evaluate(() => [...document.querySelectorAll('figure.track')]
		.filter(f => !f.querySelector('table')).map(f => f.id)));
	await page.context().close();
}

(async function () {
	const browser = await chromium.launch({ executablePath, args });
	await sizes(browser);
	await sentences(browser, true);
	await sentences(browser, false);
	await filters(browser);
	await print(browser);
	await browser.close();
})().catch(function (e) { console.error(e.stack); process.exit(1); });
