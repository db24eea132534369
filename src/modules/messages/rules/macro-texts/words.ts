/** The macros Reprise brings along; a shop may rename, reword, order and archive them like its own. */
export const OUR_MACROS = [
  'device_received',
  'sorry_for_delay',
  'sign_out_and_reset',
  'more_information',
  'where_is_my_payout',
] as const;
export type OurMacro = (typeof OUR_MACROS)[number];

export type MacroWords = Readonly<
  Record<OurMacro, { readonly name: string; readonly subject: string; readonly body: string }>
>;
