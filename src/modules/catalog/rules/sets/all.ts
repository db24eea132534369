/** The question sets a new shop begins with. */
import type { Category, Questions } from '../questions.ts';
import { laptopQuestions } from './laptop.ts';
import { phoneQuestions } from './phone.ts';
import { tabletQuestions } from './tablet.ts';
import { watchQuestions } from './watch.ts';

export const FIRST_QUESTIONS: Readonly<Record<Category, Questions>> = {
  phone: phoneQuestions,
  tablet: tabletQuestions,
  laptop: laptopQuestions,
  watch: watchQuestions,
};
