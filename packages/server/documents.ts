/** Every paper the office makes: its kind, and the template that stands beside the verb that asks for it. */
export const documentTemplates: Readonly<Record<string, string>> = {}
