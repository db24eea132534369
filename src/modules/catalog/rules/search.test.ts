import { describe, expect, it } from 'vitest';
import { rankCandidates, readQuery, searchTexts } from './search.ts';

describe('readQuery', () => {
  it.each([
    ['iPhone 13 Pro 256 GB', 'iphone 13 pro'],
    ['galaxy s22 ultra 512gb', 'galaxy s22 ultra'],
    ['iphone 15 128', 'iphone 15'],
    ['iphone 16', 'iphone 16'],
    ['SM-S908B', 'sms908b'],
    ['Galaxy S22+', 'galaxy s22 plus'],
    ['  Téléphone  ', 'telephone'],
    ['256 GB', '256 gb'],
    ['1TB macbook', 'macbook'],
  ])('reads “%s”', (typed, text) => {
    expect(readQuery(typed).text).toBe(text);
  });
});

describe('searchTexts', () => {
  it('holds name, run-together name and codes, and says the brand once', () => {
    expect(searchTexts('Samsung', 'Galaxy S22 Ultra', ['SM-S908B'])).toEqual({
      name_key: 'samsung galaxy s22 ultra',
      search_text: 'samsung galaxy s22 ultra galaxys22ultra sms908b',
    });
    expect(searchTexts('Fairphone', 'Fairphone 4', []).name_key).toBe('fairphone 4');
  });
});

describe('rankCandidates', () => {
  const candidate = (name_key: string, similarity = 1, rank = 100) => ({ name_key, similarity, rank });

  it('puts the model itself before its larger siblings', () => {
    const found = ['apple iphone 13 pro max', 'apple iphone 13', 'apple iphone 13 mini'].map((n) =>
      candidate(n),
    );
    expect(rankCandidates(readQuery('iphone 13'), found)[0]?.name_key).toBe('apple iphone 13');
  });

  it('follows likeness where words are misspelt', () => {
    const found = [candidate('apple iphone 7', 0.4, 1), candidate('apple iphone 13 pro', 0.7, 50)];
    expect(rankCandidates(readQuery('iphnoe 13 pro'), found)[0]?.name_key).toBe('apple iphone 13 pro');
  });

  it('prefers what people sell most when all else is equal', () => {
    const found = [
      candidate('apple iphone 7', 1, 90),
      candidate('apple iphone 5', 1, 500),
      candidate('apple iphone 8', 1, 20),
    ];
    expect(rankCandidates(readQuery('iphone'), found).map((c) => c.rank)).toEqual([20, 90, 500]);
  });
});
