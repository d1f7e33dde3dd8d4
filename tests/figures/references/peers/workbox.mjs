// The page of the Workbox peer: asks its worker.
const ready = navigator.serviceWorker
	.register('/workbox-worker.js')
	.then(() => navigator.serviceWorker.ready);

const ask = (question) =>
	new Promise((answered) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = ({ data }) => answered(data);
		void ready.then(({ active }) => active.postMessage(question, [port2]));
	});

globalThis.peer = {
	fill: (documents) => ask({ fill: documents }),
	drain: () => ask({ drain: true })
};
