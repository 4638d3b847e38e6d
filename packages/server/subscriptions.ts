import { checkInstallation, freeOnEnding } from './home/index.ts'
import { assessRescheduling, reassessFees } from './money/index.ts'
import {
  endOnPutOn,
  endOnTakenOff,
  tellEveryone,
  tellOfPerson,
  tellOfStep,
  tellOfTemplate,
  tellOfUnit,
  tellOfUse,
} from './monitoring/index.ts'
import { type Subscription, subscription } from './platform/act.ts'
import { recomputeWorksheet } from './programs/index.ts'
import { freeDays } from './work-release/index.ts'

/**
 * Everything that goes up, in one list. Calls go down the layers; this is the only other way.
 * It is filled by the rooms as they arrive.
 */
export const subscriptions: readonly Subscription[] = [
  // What depends on a changed commitment is computed again, the earlier kept (WAP-P1.3).
  subscription('court.commitment-changed', recomputeWorksheet),
  // A new worksheet changes what is owed (WAP-P1.3); days missed without excuse cost a fee (WAP-BOOK.10).
  subscription('programs.worksheet-computed', reassessFees),
  // Who has left the program reports nowhere: the days to come are free for others.
  subscription('programs.step-recorded', freeDays),
  // ... and the place in home detention is free (EMP-0.8).
  subscription('programs.step-recorded', freeOnEnding),
  subscription('work.days-rescheduled', assessRescheduling),
  // What binds a person is told to the watch in the transaction that changes it: in force at once (EMP-8.2).
  subscription('home.zone-changed', tellOfPerson),
  subscription('home.zone-exception-changed', tellOfPerson),
  subscription('home.schedule-changed', tellOfPerson),
  subscription('home.leave-decided', tellOfPerson),
  subscription('home.leave-ended', tellOfPerson),
  subscription('home.template-changed', tellOfTemplate),
  subscription('home.template-use-changed', tellOfUse),
  subscription('programs.step-recorded', tellOfStep),
  // First, because it tells from when the unit was put on; the step below tells of now, and would be taken for all.
  subscription('equipment.unit-fitted', tellOfUnit),
  // Nothing is put on before what the program asks for is there (EMP-4.3); then detention at home begins.
  subscription('equipment.unit-fitted', checkInstallation),
  subscription('equipment.unit-removed', tellOfUnit),
  // What a unit was asked for is for who wore it then, and said to nobody else.
  subscription('equipment.unit-fitted', endOnPutOn),
  subscription('equipment.unit-removed', endOnTakenOff),
  subscription('equipment.unit-changed', tellOfUnit),
  subscription('equipment.credential-changed', tellOfUnit),
  subscription('monitoring.guideline-approved', tellEveryone),
  subscription('monitoring.guideline-withdrawn', tellEveryone),
]
