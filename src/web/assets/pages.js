// What pages do beyond what they do without a script: copy a citation, and slide through the days.

const DAY_MS = 86_400_000;
const words = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });

document.addEventListener('click', async event => {
  const button = event.target instanceof Element ? event.target.closest('button[data-copy]') : null;
  if (button === null) return;
  const label = button.textContent;
  const text = document.getElementById(button.dataset.copy)?.textContent ?? '';
  const copied = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
  button.textContent = copied ? 'Copied' : 'Not copied: see below';
  setTimeout(() => {
    button.textContent = label;
  }, 2000);
});

for (const slider of document.querySelectorAll('input[type="range"][data-first]')) {
  const { form } = slider;
  const date = form.elements.asOf;
  const dayOf = () => new Date(Date.parse(slider.dataset.first) + Number(slider.value) * DAY_MS);
  const show = () => {
    date.value = dayOf().toISOString().slice(0, 10);
    slider.setAttribute('aria-valuetext', words.format(dayOf()));
  };
  slider.addEventListener('input', show);
  slider.addEventListener('change', () => {
    show();
    form.requestSubmit();
  });
}
