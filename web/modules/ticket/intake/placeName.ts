/** The name that a place begins with, before house number and direction: "云栖里小区3栋" is 云栖里小区. */
export const nameIn = (text: string): string =>
  text
    .trim()
    .split(/[\d０-９\s,，、]|[一二三四五六七八九十]+[栋幢单号]|[东南西北]门|门口|对面|旁边|附近/)[0]
    ?.trim() ?? ''
