/** The limits that the server holds as well; known here so that a mistake is told when it is made, not on submission. */
export const PHOTO_MAX_MB = 10
const MB = 1024 * 1024

/** Why a chosen file was not added. */
export type Refusal =
  | { code: 'type' | 'damaged'; name: string }
  | { code: 'size'; name: string; size_MB: string }
  | { code: 'count'; names: string[] }

const STARTS = [
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47],
]

/** A photo is told by its first bytes: a name may say .jpg for anything. */
async function isPhoto(file: Blob): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer())
  return STARTS.some(start => start.every((byte, at) => head[at] === byte))
}

/** Which of the chosen files can be added where there is room for so many more, and why the others cannot. */
export async function sift(files: File[], room: number): Promise<{ taken: File[]; refused: Refusal[] }> {
  const taken: File[] = []
  const refused: Refusal[] = []
  const beyond: string[] = []
  for (const file of files) {
    if (!(await isPhoto(file))) refused.push({ code: 'type', name: file.name })
    else if (file.size > PHOTO_MAX_MB * MB)
      refused.push({ code: 'size', name: file.name, size_MB: (Math.ceil((file.size / MB) * 10) / 10).toFixed(1) })
    else if (taken.length >= room) beyond.push(file.name)
    else taken.push(file)
  }
  if (beyond.length) refused.push({ code: 'count', names: beyond })
  return { taken, refused }
}
