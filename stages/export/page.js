'use strict';
(function () {
	var form = document.getElementById('filter'), shown = document.getElementById('shown');
	var keys = ['place', 'measure', 'source'];
	var items = document.querySelectorAll('[data-place]');
	function fits(item, wanted) {
		return keys.every(function (key) {
			var has = item.getAttribute('data-' + key);
			return wanted[key] === '' || has === null || has.trim().split(' ').indexOf(wanted[key]) >= 0;
		});
	}
	function apply() {
		var wanted = {}, tracks = 0, all = 0;
		keys.forEach(function (key) { wanted[key] = document.getElementById('by-' + key).value; });
		items.forEach(function (item) {
			var fit = fits(item, wanted), counts = item.hasAttribute('data-measure') && !item.closest('.changes');
			item.hidden = !fit;
			all += counts;
			tracks += counts && fit;
		});
		document.querySelectorAll('.place,section.day,details.said').forEach(function (group) {
			group.hidden = !group.querySelector('[data-place]:not([hidden])');
		});
		shown.textContent = (tracks === all ? '' : tracks.toLocaleString('en-GB') + ' of ') + all.toLocaleString('en-GB') +
			(all === 1 ? ' quantity' : ' quantities');
	}
	form.hidden = false;
	form.addEventListener('change', apply);
	form.addEventListener('submit', function (event) { event.preventDefault(); });
	form.addEventListener('reset', function () { setTimeout(apply, 0); });
	apply();
	document.addEventListener('keydown', function (event) {
		if (event.key === 'Escape' && document.activeElement && document.activeElement.closest('.pts'))
			document.activeElement.blur();
	});
	var closed = [];
	addEventListener('beforeprint', function () {
		closed = document.querySelectorAll('details:not([open])');
		closed.forEach(function (one) { one.open = true; });
	});
	addEventListener('afterprint', function () {
		closed.forEach(function (one) { one.open = false; });
	});
})();
