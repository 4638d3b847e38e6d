import type { FactDefinition, FactUnit, Rule } from '../../../eligibility/types.ts'
import type { WordingCode } from '../../../wording/index.ts'

const question = (name: string) => `sac.fact.${name}` as WordingCode
const yesNo = (name: string): FactDefinition => ({ name, type: 'yes-no', question: question(name) })
const day = (name: string): FactDefinition => ({ name, type: 'day', question: question(name) })
const count = (name: string, unit: FactUnit): FactDefinition => ({
  name,
  type: 'count',
  unit,
  maximum: 36_500,
  question: question(name),
})

/** The eight counties that adjoin Sacramento County. */
export const adjoining = [
  'sutter',
  'placer',
  'el-dorado',
  'amador',
  'san-joaquin',
  'contra-costa',
  'solano',
  'yolo',
] as const

const counties = ['sacramento', ...adjoining, 'another'] as const

/** What may be known of a person in Sacramento's programs. None of it is money, and no type could hold it. */
const catalogue: readonly FactDefinition[] = [
  yesNo('convictedInCounty'),
  yesNo('jailSentence'),
  yesNo('referredByTrafficCourt'),
  yesNo('referralNamesCitation'),
  yesNo('referralNamesWhatIsOrdered'),
  day('dueOn'),
  yesNo('volunteers'),
  yesNo('minimumSecurityInmate'),
  yesNo('committedToCountyFacility'),
  yesNo('offenderHeldInCounty'),
  yesNo('sentenced'),
  yesNo('orderedByCourt'),
  yesNo('openInCountyCharges'),
  yesNo('deniedOrRestrictedByCourt'),
  yesNo('outOfCountyMatters'),
  {
    name: 'countyOfResidence',
    type: 'choice',
    question: question('countyOfResidence'),
    choices: counties.map((value) => ({ value, textCode: `sac.county.${value}` as WordingCode })),
  },
  yesNo('reasonableTravelDistance'),
  yesNo('continuingStudent'),
  yesNo('studentFoundEligible'),
  yesNo('hasResidence'),
  yesNo('landLine'),
  yesNo('cellularEquipment'),
  yesNo('residenceAcceptable'),
  yesNo('residenceAccessible'),
  yesNo('electricity'),
  yesNo('householdCooperates'),
  yesNo('everyAdultSignedConsentToSearch'),
  yesNo('everyAdultAgreedToRules'),
  yesNo('newAdultInHousehold'),
  yesNo('searchAgreementWithdrawn'),
  yesNo('newAddress'),
  yesNo('employed'),
  count('daysUntilWork', 'days'),
  yesNo('disablingMedicalCondition'),
  yesNo('classifiedMediumSecurity'),
  yesNo('employmentHistoryWeak'),
  yesNo('willingToMeetWorkRequirements'),
  yesNo('notLowRisk'),
  yesNo('sexCrimeAgainstMinor'),
  yesNo('felonySexualCrime'),
  yesNo('drugManufacture'),
  yesNo('violenceAgainstPersonnel'),
  yesNo('crimeOfGreatViolence'),
  yesNo('stalking'),
  yesNo('domesticViolence'),
  yesNo('arson'),
  yesNo('patternOfMentalDysfunction'),
  yesNo('patternOfSocialMisconduct'),
  yesNo('patternOfAddiction'),
  yesNo('patternOfViolence'),
  yesNo('patternOfFailureToAppear'),
  yesNo('sentencedLocally'),
  yesNo('violentOffense'),
  yesNo('seriousOffense'),
  yesNo('sexOffense'),
  yesNo('onStatePrisonList'),
  yesNo('suicidalAttemptsOfLate'),
  yesNo('severePsychiatricProblems'),
  yesNo('earlierViolence'),
  yesNo('extensiveDrugOrAlcoholAbuse'),
  yesNo('closeToVictims'),
  yesNo('otherSignsOfUnsuitability'),
  yesNo('crimeWeighsAgainst'),
  yesNo('criminalHistoryWeighsAgainst'),
  yesNo('residentialHistoryWeighsAgainst'),
  yesNo('employmentHistoryWeighsAgainst'),
  yesNo('failureToAppearHistory'),
  yesNo('disciplinaryHistory'),
  yesNo('unstableInCommunity'),
  yesNo('otherConsiderations'),
  count('daysInCustody', 'days'),
  yesNo('absenceKindsSet'),
  yesNo('monitoringParametersApproved'),
  day('contractSignedOn'),
]

/** The facts that these rules read, in the order of the catalogue. */
export function factsReadBy(rules: readonly Rule[]): readonly FactDefinition[] {
  const read = new Set(rules.flatMap((rule) => rule.facts))
  return catalogue.filter((fact) => read.has(fact.name))
}
