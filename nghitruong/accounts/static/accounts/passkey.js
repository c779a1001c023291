// Asks the browser for a passkey and puts its answer into the form. Without it the code field still works.
(() => {
  const box = document.getElementById("passkey-question");
  const button = document.querySelector("[data-passkey]");
  if (!box || !button || !window.PublicKeyCredential) return;
  const form = button.closest("form");
  const fault = form.querySelector("[data-passkey-fault]");
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const question = JSON.parse(box.textContent).publicKey;
  question.challenge = bytes(question.challenge);
  if (question.user) question.user.id = bytes(question.user.id);
  for (const list of ["excludeCredentials", "allowCredentials"])
    for (const known of question[list] || []) known.id = bytes(known.id);

  const answer = (made) => {
    const response = { clientDataJSON: text(made.response.clientDataJSON) };
    for (const part of ["attestationObject", "authenticatorData", "signature", "userHandle"])
      if (made.response[part]) response[part] = text(made.response[part]);
    return { id: made.id, rawId: text(made.rawId), type: made.type, response, clientExtensionResults: {} };
  };

  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      const made = question.user
        ? await navigator.credentials.create({ publicKey: question })
        : await navigator.credentials.get({ publicKey: question });
      form.elements.credential.value = JSON.stringify(answer(made));
      form.submit();
    } catch {
      fault.hidden = false;
    }
  });
})();
