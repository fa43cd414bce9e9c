/** A unit that is to be called, with what the duty list says of it. */
export interface Called {
  unitId: string
  name: string
  basis: string
}
