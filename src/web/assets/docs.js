// Draws the reference of /docs from the contract. Runs in the browser.
document.documentElement.classList.toggle('dark-mode', matchMedia('(prefers-color-scheme: dark)').matches);
window.SwaggerUIBundle({
  url: '/openapi.yaml',
  dom_id: '#viewer',
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  docExpansion: 'list',
  // Would send the contract to a stranger's server.
  validatorUrl: null,
});
