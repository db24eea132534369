import { describe, expect, it } from 'vitest';
import { brandWords, readBrand } from './brands.ts';
import { readDeviceName, storageGb } from './device-name.ts';

const read = (text: string) => readDeviceName(text, brandWords(readBrand('', text) ?? ''));

describe('readDeviceName', () => {
  it.each([
    ['Apple iPhone 13 Pro Max 5G', { key: 'iphone13promax', network: '5g' }],
    ['Apple Iphone 13 Pro Max 256GB ', { key: 'iphone13promax', storages: [256] }],
    ['iPhone 16 Pro Max (eSIM)', { key: 'iphone16promax' }],
    [
      'Apple iPhone SE 2022 (A2783) 256GB',
      { key: 'iphonese', year: 2022, codes: ['a2783'], storages: [256] },
    ],
    ['iPhone SE (3rd generation)', { key: 'iphonese', generation: 3 }],
    ['Samsung Galaxy Note 10 Plus 256GB', { key: 'note10plus' }],
    ['Galaxy Note10+ 5G', { key: 'note10plus', network: '5g' }],
    ['[FREE WATCH BUNDLE] Galaxy S23 Plus 5G', { key: 's23plus', network: '5g' }],
    ['Galaxy A32 5G - Hot Deal', { key: 'a32', network: '5g' }],
    ['Samsung Galaxy A15 LTE 4+128GB', { key: 'a15', network: '4g', storages: [128] }],
    ['Samsung Galaxy A32 5G 4/128GB', { key: 'a32', storages: [128] }],
    ['Samsung Galaxy Z Fold 3 (256GB)', { key: 'zfold3', storages: [256] }],
    ['Pixel 6 Pro 5G 256GB 5G', { key: 'pixel6pro', network: '5g', storages: [256] }],
    [
      'Apple iPad Pro 11" 4th Gen (2022) 256GB Cellular',
      { key: 'ipadpro', size: '11', generation: 4, year: 2022, connectivity: 'cellular' },
    ],
    ['Apple iPad 9th Wi-Fi + Cellular 256GB', { key: 'ipad', generation: 9, connectivity: 'cellular' }],
    ['Apple Ipad 10.2 9th Gen (2021) 64GB', { key: 'ipad', size: '10.2', generation: 9 }],
    ['iPad Air5 WiFi+Cellular', { key: 'ipadair', generation: 5, connectivity: 'cellular' }],
    ['iPad Air 6 (2024)', { key: 'ipadair', generation: 6, year: 2024 }],
    ['Apple Ipad Air 13 6th Gen (2024) 128GB', { key: 'ipadair', size: '13', generation: 6 }],
    ['Apple Macbook Air 13-inch, 2022 2TB', { key: 'macbookair', size: '13', year: 2022, storages: [2048] }],
    [
      'Apple Watch Series 7 GPS + Cellular 41mm',
      { key: 'watchseries7', size: '41', connectivity: 'cellular' },
    ],
    ['Apple Watch Series 5, 44mm Bluetooth', { key: 'watchseries5', size: '44', connectivity: 'wifi' }],
    ['Galaxy Tab S8+ 5G', { key: 'tabs8plus', connectivity: 'cellular' }],
    ['Honor Honor X9b 256GB', { key: 'x9b' }],
    ['SM-S908B', { key: '', codes: ['sms908b'] }],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toMatchObject(expected);
  });
});

describe('storageGb', () => {
  it.each([
    ['256G', 256],
    ['256 GB', 256],
    ['1TB', 1024],
    ['1024GB', 1024],
    [' 128gb ', 128],
    ['128', 128],
    ['', null],
    ['Unknown', null],
    ['0GB', null],
  ])('reads “%s”', (text, gb) => {
    expect(storageGb(text)).toBe(gb);
  });
});

describe('readBrand', () => {
  it.each([
    ['APPLE ', 'x', 'Apple'],
    ['Oppo', 'Oppo Find X5', 'OPPO'],
    ['Unknown', 'Oneplus 10T 5G 128GB', 'OnePlus'],
    ['', 'Macbook Air 13 Inch 2020 M1', 'Apple'],
    ['', 'Redmi Note 9', 'Xiaomi'],
    ['SHARP', 'AQUOS', 'SHARP'],
    ['', '20 64GB', null],
  ])('reads “%s” with “%s”', (brand, model, expected) => {
    expect(readBrand(brand, model)).toBe(expected);
  });
});
