/** A value of tokens.css for what draws by itself and knows no style sheet: the map, charts, canvases. */
export const token = (name: `--${string}`): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim()
