import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useMay } from '../../../app/session-hooks.ts'
import { Because } from '../../../parts/because/because.tsx'
import { caseAddress } from '../enrolment-header/case-steps.tsx'
import type { CasePage, Enrolment } from '../enrolment-header/use-enrolment.ts'
import { Complete } from './complete.tsx'
import { Return } from './ending.tsx'
import css from './enrolment.module.css'
import { JoinPaper } from './join-paper.tsx'

type Kind = Enrolment['next']['kind']

type NextStepProps = { enrolment: Enrolment; onComplete: () => void; onReturn: () => void }

/** What is to be done next, why, and the one button that does it. */
export function NextStep({ enrolment, onComplete, onReturn }: NextStepProps) {
  const { next } = enrolment
  const paper = enrolment.waiting.find(({ id }) => id === next.commitment)
  return (
    <section aria-labelledby="next" className={css.next}>
      <h2 id="next">
        <Trans>What is next</Trans>
      </h2>
      {paper ? (
        <JoinPaper enrolment={enrolment} paper={paper} />
      ) : (
        <ToPage kind={next.kind} enrolment={enrolment} onComplete={onComplete} onReturn={onReturn} />
      )}
    </section>
  )
}

/** Kinds whose page only shows more: something else is the button, or nothing is to be done. */
const showsMore: readonly Kind[] = ['work', 'supervise', 'return-unserved']

type ToPageProps = NextStepProps & { kind: Kind }

function ToPage({ kind, enrolment, onComplete, onReturn }: ToPageProps) {
  const may = useMay()
  const words = useNextWords(enrolment.program.served === 'at-home')[kind]
  const isAllowed = words.needs === undefined || may(words.needs)
  return (
    <>
      <p className={css.nextTitle}>{words.title}</p>
      {words.clause && <Because clause={words.clause}>{words.because}</Because>}
      {kind === 'complete' && <Complete onAsk={onComplete} />}
      {kind === 'return-unserved' && <Return enrolment={enrolment} onAsk={onReturn} />}
      {words.page && isAllowed && (
        <Link
          to={caseAddress(words.page)}
          params={{ id: enrolment.id }}
          className={showsMore.includes(kind) ? 'usa-button usa-button--outline' : 'usa-button'}
        >
          {words.action}
        </Link>
      )}
      {words.page && !isAllowed && (
        <p className={css.soft}>
          <Trans>Somebody else of the office does this; your role does not include it.</Trans>
        </p>
      )}
    </>
  )
}

type Permission = Parameters<ReturnType<typeof useMay>>[0]

type NextWords = {
  title: string
  because?: string
  clause?: string
  action?: string
  page?: CasePage
  needs?: Permission
}

/** The words of each step; at home some rest on another clause. */
export function useNextWords(isHome: boolean): Record<Kind, NextWords> {
  const words = useWordsOfSteps()
  const atHome = useWordsAtHome()
  return isHome ? { ...words, ...atHome } : words
}

/** What differs where the sentence is served at home (SCC, EMP). */
function useWordsAtHome(): Partial<Record<Kind, NextWords>> {
  const { t } = useLingui()
  return {
    'compute-worksheet': {
      title: t`Compute the adjusted sentence and its last day.`,
      action: t`Compute worksheet`,
      page: 'worksheet',
      needs: 'worksheet.compute',
    },
    'make-appointment': {
      title: t`Make the appointment.`,
      action: t`Make appointment`,
      page: 'appointment',
      needs: 'appointment.write',
    },
    'take-application': {
      title: t`Take the application at the interview.`,
      because: t`home detention is voluntary: the person applies for it`,
      clause: 'SCC-1.A',
      action: t`Take application`,
      page: 'application',
      needs: 'application.write',
    },
    screen: {
      title: t`Screen for eligibility. What a visit to the home finds is taken over.`,
      because: t`the Sheriff or a designee decides, on what the program requires and what weighs`,
      clause: 'SCC-2.A1',
      action: t`Screen`,
      page: 'screening',
      needs: 'screening.answer',
    },
    complete: {
      title: t`Nothing of the sentence is left to serve, and no unit is worn. Complete the enrolment.`,
      because: t`its last day has come, or no day of it was left`,
      clause: 'SWR-3',
    },
  }
}

function useWordsOfSteps(): Record<Kind, NextWords> {
  const { t } = useLingui()
  return {
    'follow-modification': { title: t`A modification has come.` },
    'join-commitment': { title: t`A further commitment has come.` },
    'compute-worksheet': {
      title: t`Compute the adjusted sentence and the fees.`,
      because: t`it is computed when the appointment is made`,
      clause: 'WAP-SENT.1',
      action: t`Compute worksheet`,
      page: 'worksheet',
      needs: 'worksheet.compute',
    },
    'settle-worksheet': {
      title: t`The sentence cannot be computed. See what the papers leave open.`,
      because: t`start, length, credit and relation are read before anything is computed`,
      clause: 'WAP-SENT.4',
      action: t`See what to ask`,
      page: 'worksheet',
    },
    'choose-reading': {
      title: t`An officer chooses how the commitment received while active is counted.`,
      because: t`the two readings give different days`,
      clause: 'WAP-SENT.6',
      action: t`Compare the readings`,
      page: 'worksheet',
    },
    'make-appointment': {
      title: t`Make the appointment.`,
      because: t`at the sentence the person was told to set up an appointment`,
      clause: 'WAP-APPT.1',
      action: t`Make appointment`,
      page: 'appointment',
      needs: 'appointment.write',
    },
    'take-application': {
      title: t`Take the application at the interview.`,
      because: t`it is filled out neatly and completely and signed`,
      clause: 'WAP-BOOK.2',
      action: t`Take application`,
      page: 'application',
      needs: 'application.write',
    },
    screen: {
      title: t`Screen for eligibility.`,
      because: t`all may take part; a factor may be cause for denial, and an officer decides`,
      clause: 'WAP-ELIG.1',
      action: t`Screen`,
      page: 'screening',
      needs: 'screening.answer',
    },
    book: {
      title: t`Book: the record and the intake checklist.`,
      because: t`the person is accepted`,
      clause: 'WAP-BOOK.5',
      action: t`Book`,
      page: 'booking',
      needs: 'booking.write',
    },
    'assess-fees': {
      title: t`Assess the fees.`,
      because: t`they go with the adjusted sentence`,
      clause: 'WAP-FEE.1',
      action: t`Assess fees`,
      page: 'fees',
      needs: 'fee.assess',
    },
    schedule: {
      title: t`Choose the site and the days.`,
      because: t`the sites stand in the order of the priorities`,
      clause: 'WAP-P4.1',
      action: t`Choose site and days`,
      page: 'schedule',
      needs: 'schedule.write',
    },
    'schedule-rest': {
      title: t`Schedule the days that are still missing.`,
      because: t`fewer days are credited and scheduled than the adjusted sentence has`,
      clause: 'WAP-BOOK.9',
      action: t`Choose site and days`,
      page: 'schedule',
      needs: 'schedule.write',
    },
    work: {
      title: t`The person works the days of the contract.`,
      because: t`one work day satisfies one day of the adjusted sentence`,
      clause: 'WAP-CRED.1',
      action: t`See contract`,
      page: 'contract',
    },
    'prepare-home': {
      title: t`Prepare the detention at home: place, home, contract, deputy, unit.`,
      because: t`a program contract is signed before anything is put on`,
      clause: 'EMP-4.3',
      action: t`Prepare home detention`,
      page: 'home',
      needs: 'home.read',
    },
    'fit-unit': {
      title: t`Fit a unit: the person serves at home and wears none.`,
      because: t`participants answer for all their time, 24 hours a day`,
      clause: 'EMP-0.1',
      action: t`Fit a unit`,
      page: 'home',
      needs: 'equipment.fit',
    },
    'draw-home-zone': {
      title: t`Put the home zone in force: the person wears a unit, and nobody is told when they leave home.`,
      because: t`home is left only for what was approved before`,
      clause: 'EMP-0.1',
      action: t`See home detention`,
      page: 'home',
      needs: 'zone.write',
    },
    supervise: {
      title: t`The person serves at home.`,
      because: t`participants answer for all their time, 24 hours a day`,
      clause: 'EMP-0.1',
      action: t`See home detention`,
      page: 'home',
      needs: 'home.read',
    },
    'take-unit-off': {
      title: t`Take the unit off: the person does not serve at home any longer.`,
      because: t`nobody is followed beyond the sentence`,
      clause: 'EMP-0.1',
      action: t`To the units worn`,
      page: 'home',
      needs: 'home.read',
    },
    'return-unserved': {
      title: t`The last day of the sentence has come and no unit was ever put on. Check the worksheet; where it is right, return the case and say why.`,
      because: t`nothing was served at home, and no unit is put on any more`,
      clause: 'SWR-3',
      action: t`See worksheet`,
      page: 'worksheet',
    },
    complete: {
      title: t`All days are done. Complete the enrolment.`,
      because: t`every contract day is reported, and the days credited are those of the adjusted sentence`,
      clause: 'WAP-P6.4',
    },
    nothing: { title: t`Nothing: this enrolment has ended.` },
  }
}
