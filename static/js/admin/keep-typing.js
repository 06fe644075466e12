// Typed words are not lost: leaving a changed form asks first, and a form outlives signing in again in another tab.

const form = document.querySelector(".change-form #content-main > form");

if (form) {
  // Shown again with errors: what it holds is not saved either.
  let dirty = form.querySelector(".errornote, .errorlist") !== null;
  const touched = () => { dirty = true; };
  form.addEventListener("input", touched);
  form.addEventListener("change", touched);
  // select2 and pop-ups tell of a choice through jQuery only; so does the stock admin of none, while it loads
  const listen = () => window.django?.jQuery(form).on("change", touched);
  window.addEventListener("load", () => setTimeout(listen));

  form.addEventListener("submit", (event) => {
    freshen(form.elements.csrfmiddlewaretoken);
    if (!opensElsewhere(event.submitter)) dirty = false;
  });
  window.addEventListener("beforeunload", (event) => {
    if (dirty) event.preventDefault();
  });
  // Back at a form that was sent but perhaps not saved: the browser has put the words back.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) dirty = true;
  });
}

// A preview goes to a tab of its own; this one stays as it is.
function opensElsewhere(button) {
  return (button?.formTarget || form.target) === "_blank";
}

// Signing in gives the browser a new token; the one in a form opened before is refused.
function freshen(field) {
  const token = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];
  if (field && token) field.value = token;
}
