import { expect, type Page, test } from '@playwright/test'
import { another, expectAccessible, expectNoFaults, signIn } from './desk.ts'
import { choose, dialog, expectPage, follow, part, pick, press, type } from './typing.ts'

// The pages where a court's paper comes in and a person is put right. Each test makes up its own person, so that
// they can be run again against an office that stands.

/** A word nobody else has, that sounds like itself. */
const someName = (): string =>
  Array.from({ length: 9 }, (_, at) => 'bdfglmnprst'[Math.floor(Math.random() * 11)]! + 'aeiou'[at % 5]!)
    .join('')
    .replace(/^./, (first) => first.toUpperCase())

/** Somebody of the same sound and birth date would be asked about first. */
const someBirthDate = (): string =>
  `${1 + Math.floor(Math.random() * 12)}/${1 + Math.floor(Math.random() * 28)}/${1950 + Math.floor(Math.random() * 50)}`

const someDocket = (): string => `77-${String(Math.floor(Math.random() * 1e6)).padStart(6, '0')}-1`

const scan = (name = 'commitment.pdf') => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'.padEnd(200),
  ),
})

/** Types a fax that lacks its address, with everything else on it. */
async function typeFax(page: Page, familyName: string, docket: string, birthDate: string): Promise<void> {
  await page.getByLabel('Scanned paper').setInputFiles(scan())
  await press(page, 'Open a new person')
  await type(page, { 'Family name': familyName, 'Given names': 'Ada', 'Date of birth': birthDate })
  await typePaper(page, docket)
  await choose(page, 'Address', 'Not on it')
}

async function typePaper(page: Page, docket: string): Promise<void> {
  await pick(page, 'What came', 'A fax')
  await type(page, {
    'Docket number': docket,
    'Sentencing court': 'Municipal Court, Bay District',
    'Sentenced on': '-3',
    Days: '30',
    'Credit for time served': '2',
    'Sentence starts on': 'today',
  })
  await press(page, 'Add a charge')
  await type(page, { Statute: 'VC 23152(b)' })
  await choose(page, 'Concurrent or consecutive', 'Concurrent')
  await choose(page, 'Does it modify an earlier commitment?', 'No')
  await choose(page, 'Are jail orders listed on it?', 'Yes')
  for (const item of ['Sentencing judge’s name (signature)', 'Court seal or filing stamp'])
    await choose(page, item, 'On it')
}

async function receiveFax(
  page: Page,
  familyName: string,
  docket: string,
  birthDate = someBirthDate(),
): Promise<void> {
  await page.goto(new URL('/commitments/new', page.url()).href)
  await expectPage(page, 'Receive a commitment')
  await typeFax(page, familyName, docket, birthDate)
  await press(page, 'Receive commitment')
  await expectPage(page, `Commitment, ${docket}`)
}

test('a fax comes in, the court is asked, the original arrives, the person is enrolled', async ({ page }) => {
  const [name, docket] = [someName(), someDocket()]
  await signIn(page, 'clerk')
  await receiveFax(page, name, docket)
  await expectAccessible(page, 'a commitment')
  const next = part(page, 'What to do')
  await expect(next).toContainText('To be asked from the court: Address; The original or a certified copy')

  await press(next, 'Ask the court')
  await type(dialog(page, 'Ask the court'), { 'Note to the court': 'By fax, please.' })
  await expectAccessible(page, 'asking the court')
  await press(dialog(page, 'Ask the court'), 'Make the letter')
  const asked = part(page, 'Asked from the court')
  await expect(asked).toContainText('not answered yet')
  await expect(asked.getByRole('link', { name: `Request to the court, docket ${docket}` })).toBeVisible()

  await type(page, { 'Address on the paper': '1 Main St, Concord' })
  await press(page, 'Save commitment')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await press(next, 'Original arrived')
  await choose(dialog(page, 'The original arrived'), 'What came', 'The original')
  await press(dialog(page, 'The original arrived'), 'Record original')
  await expect(next).toContainText('Accepted: everything the lists ask for is there')
  await expect(asked).toContainText('answered')

  await press(next, 'Open enrolment')
  await expectPage(page, /^Enrolment WAP-/)
  expectNoFaults(page)
})

test('nothing typed is lost: errors at their field, a reload, somebody who may be the same', async ({
  page,
}) => {
  const [name, docket, born] = [someName(), someDocket(), someBirthDate()]
  await signIn(page, 'clerk')
  await receiveFax(page, name, docket, born)
  await follow(page, 'Receive a commitment')
  await expectPage(page, 'Receive a commitment')
  await expectAccessible(page, 'receiving a commitment')

  await press(page, 'Receive commitment')
  await expect(page.getByRole('link', { name: 'Whose commitment it is: This is needed.' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'What came: This is needed.' })).toBeVisible()
  await expectAccessible(page, 'receiving a commitment, with errors')

  await press(page, 'Open a new person')
  await type(page, { 'Family name': `${name}e`, 'Given names': 'Ada', 'Date of birth': born })
  await typePaper(page, docket)
  await page.reload()
  await expect(page.getByText(/This is what you typed on/)).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Docket number' })).toHaveValue(docket)

  await press(page, 'Receive commitment')
  await expect(page.getByText('Somebody on record may be the same person')).toBeVisible()
  await expectAccessible(page, 'receiving a commitment of somebody on record')
  await press(page, 'It is this person')
  await press(page, 'Receive commitment')
  await expect(page.getByText('This docket and day of sentence are on record for this person')).toBeVisible()
  await expectAccessible(page, 'receiving a docket that is on record')
  await press(page, 'It is another paper: receive it even so')
  await press(page, 'Receive commitment')
  await expectPage(page, `Commitment, ${docket}`)
  expectNoFaults(page)
})

test('a file that is not what it says is told at its field', async ({ page }) => {
  await signIn(page, 'clerk')
  await page.goto(new URL('/commitments/new', page.url()).href)
  await page
    .getByLabel('Scanned paper')
    .setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ: a program') })
  await expect(page.getByText('The file is not a PDF, JPEG or PNG, whatever its name says.')).toBeVisible()
})

test('two at one commitment: the second sees both, side by side, and loses nothing', async ({
  page,
  context,
}) => {
  const docket = someDocket()
  await signIn(page, 'clerk')
  await receiveFax(page, someName(), docket)
  const sergeant = await another(context, 'sergeant')
  await sergeant.goto(page.url())
  await expectPage(sergeant, `Commitment, ${docket}`)
  await type(sergeant, { Days: '45', 'Conditions of the sentence': 'No driving' })

  await type(page, { Days: '40' })
  await press(page, 'Save commitment')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()

  await press(sergeant, 'Save commitment')
  await expect(sergeant.getByText(/changed this at/)).toBeVisible()
  await expectAccessible(sergeant, 'a conflict')
  await sergeant.getByRole('group', { name: 'Days' }).locator('label').filter({ hasText: 'Yours' }).click()
  await press(sergeant, 'Save with these choices')
  await expect(sergeant.getByText('Saved', { exact: true })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Days', exact: true })).toHaveValue('45')
  await expect(page.getByRole('textbox', { name: 'Conditions of the sentence' })).toHaveValue('No driving')
})

test('without an active file the paper goes back with a note (WAP-P1.2)', async ({ page }) => {
  const [name, docket] = [someName(), someDocket()]
  await signIn(page, 'clerk')
  await receiveFax(page, name, docket)
  await choose(page, 'Are jail orders listed on it?', 'No')
  await expect(page.getByText('This office has no file on this person in the system.')).toBeVisible()
  await choose(page, 'Was an active file found?', 'No')
  await press(page, 'Save commitment')
  const next = part(page, 'What to do')
  await expect(next).toContainText('There is no active file: return the commitment to the court')
  await press(next, 'Return to the court')
  await expectAccessible(page, 'returning a commitment')
  await press(dialog(page, 'Return to the court'), 'Return commitment')
  await expect(page.getByText('“We do not have a file on this person.”')).toBeVisible()
  await expectAccessible(page, 'a returned commitment')

  await page.goto(new URL(`/commitments?state=returned&q=${docket}`, page.url()).href)
  await expect(page.getByRole('link', { name: docket })).toBeVisible()
  await expectAccessible(page, 'the list of commitments')
  await page.goto(new URL('/commitments?state=asked&q=nothing-of-the-kind', page.url()).href)
  await expect(page.getByText('Nothing fits these filters')).toBeVisible()
  await expectAccessible(page, 'the list of commitments, empty')
})
