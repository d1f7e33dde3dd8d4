// Keeps the last tap on a button marked data-early until the page is awake and takes it. A file of its
// own, since the page allows no inline script.
(function () {
	var tapped = null;
	function keep(event) {
		var button = event.target instanceof Element && event.target.closest('[data-early]');
		if (button) tapped = button.getAttribute('data-early');
	}
	addEventListener('click', keep, true);
	window.cwtchEarlyTap = {
		take: function () {
			removeEventListener('click', keep, true);
			return tapped;
		}
	};
})();
