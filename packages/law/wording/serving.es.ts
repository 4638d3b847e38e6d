import type { serving as en } from './serving.en.ts'

/** Cómo se cumple una sentencia: días de cárcel primero, buena conducta, menor supervisión, lo que queda en custodia. */
export const serving: Readonly<Record<keyof typeof en, string>> = {
  'sentence.suspended': '{days|día|días} de los {of} suspendidos por el tribunal',
  'sentence.good-time': 'Se descuentan {days|día|días} por buena conducta',
  'sentence.good-time-lost': 'Se pierden {days|día|días} de buena conducta por infringir las reglas',
  'sentence.good-time-covers':
    'La buena conducta ({days|día|días}) no deja nada del término por cumplir ({of|día|días}): revise el documento antes de dejar ir a alguien por ello',
  'sentence.credit-covers-rest':
    'El crédito por tiempo cumplido ({days|día|días}) cubre lo que la buena conducta deja del término',
  'sentence.jail.days': 'Primero, al menos {days|día|días} de cárcel',
  'sentence.jail.share':
    'Primero, el {percent} por ciento de {base|día|días} en la cárcel, redondeado hacia arriba: {days|día|días}',
  'sentence.jail.of-whole-term':
    'Calculado sobre la sentencia completa, antes de cualquier suspensión ({days|día|días})',
  'sentence.jail.of-term-after-suspension':
    'Calculado sobre la sentencia después de la suspensión ({days|día|días})',
  'sentence.jail.other-reading': '{days|día|días}; con la otra lectura serían {other}',
  'sentence.jail.all': 'Los días de cárcel abarcan todo lo que queda por cumplir ({days|día|días})',
  'sentence.jail.not-asked': 'Por este delito no se exige ningún día de cárcel primero',
  'sentence.jail.credit': 'El tiempo ya cumplido fue en la cárcel: cuentan {days|día|días}',
  'sentence.jail.placed-early':
    'Entró al programa el {on:day}, {days|día|días} antes de cumplir los días de cárcel',
  'sentence.step-down.last-months': 'Los últimos {months|mes|meses} con menor supervisión',
  'sentence.step-down.over-longest':
    'La supervisión pasa de {most|mes|meses} por {over|día|días}: debe revisarlo un oficial',
  'sentence.step-down.in-proportion':
    'Más corta que la supervisión máxima: {months} de cada {most|mes|meses} con menor supervisión',
  'sentence.step-down.none': 'Más corta que la supervisión máxima: sin etapa de menor supervisión',
  'sentence.step-down.ask':
    'Más corta que {most|mes|meses}: la oficina aún no ha dicho cuándo se reduce la supervisión',
  'sentence.custody.returned': 'Vuelve a custodia el {on:day}: le quedan {days|día|días} por cumplir allí',
  'sentence.custody.withdrawn':
    'Se retira del programa el {on:day}: le quedan {days|día|días} por cumplir en custodia',
  'sentence.custody.by-credit': 'Cuentan como cumplidos {daysServed|día|días} de trabajo acreditados',
  'sentence.custody.by-calendar': 'Cumplidos hasta entonces, por calendario: {daysServed|día|días}',
  'sentence.cannot.no-offence': 'No consta el delito de la sentencia: preguntar al tribunal',
  'sentence.cannot.suspended-more-than-term':
    'Hay más días suspendidos ({suspended}) que los de la sentencia ({days}): revisar el documento',
  'sentence.cannot.event-after-as-of': 'Algo tiene fecha {on:day}, posterior al {asOf:day}: revisar la fecha',
  'sentence.cannot.event-before-sentence':
    'Algo tiene fecha {on:day}, anterior al comienzo de la sentencia ({first:day}): revisar la fecha',
  'sentence.cannot.events-contradict':
    'Lo que tiene fecha {on:day} no concuerda con lo anterior: falta una entrada o un regreso a custodia',
  'sentence.cannot.good-time-of-missing': 'Se quita buena conducta de una orden que no está aquí ({of})',
  'sentence.cannot.good-time-lost-more-than-granted':
    'Se quita más buena conducta ({lost}) que la que queda ({granted})',
  'sentence.cannot.good-time-lost-without-violation':
    'Se quita buena conducta el {on:day}, y no consta hasta entonces un regreso a custodia por infringir las reglas',
  'sentence.cannot.custody-served-more-than-owed':
    'Hay más días cumplidos al {on:day} ({served}) que los debidos ({owed}): debe revisarlo un oficial',
  'sentence.cannot.jail-served-goes-back':
    'Constan menos días de cárcel al {on:day} ({days}) que en la entrada anterior ({before})',
  'sentence.offence.28-1381-I': 'Conducir bajo la influencia, 28-1381(I)',
  'sentence.offence.28-1381-K': 'Conducir bajo la influencia, segunda vez, 28-1381(K)',
  'sentence.offence.28-1382-D': 'Conducir bajo influencia extrema, 28-1382(D)',
  'sentence.offence.28-1382-E': 'Conducir bajo influencia extrema, segunda vez, 28-1382(E)',
  'sentence.offence.other': 'Otro delito',
}
