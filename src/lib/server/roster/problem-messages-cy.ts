import type { ProblemCode } from './problem-messages-en';
import type { ProblemMessage } from './roster-problem';

export const problemMessagesCy: Record<ProblemCode, ProblemMessage> = {
	'path-missing': {
		happened: 'Does dim byd yn y lleoliad hwn.',
		means: 'Ni ddarllenwyd dim ac nid oes dim yn newid.',
		remedy: 'Gwiriwch y lleoliad. Gall fod yn ffolder, yn ffeil zip neu’n un ffeil CSV.'
	},
	'no-csv': {
		happened: 'Does dim ffeil CSV yma.',
		means: 'Ni ddarllenwyd dim ac nid oes dim yn newid.',
		remedy:
			'Dewiswch y ffolder neu’r zip OneRoster o system yr ysgol, neu ffeil CSV o ddisgyblion neu staff.'
	},
	spreadsheet: {
		happened: 'Taenlen (Excel neu debyg) yw hon, nid ffeil CSV.',
		means: 'Ni ellir ei darllen, felly nid oes dim yn newid.',
		remedy: 'Agorwch hi a’i chadw fel “CSV UTF-8”, yna dewiswch y ffeil honno.'
	},
	'not-text': {
		happened: 'Nid testun sydd yn y ffeil hon.',
		means: 'Ni ellir ei darllen, felly nid oes dim yn newid.',
		remedy: 'Allforiwch hi eto fel CSV mewn UTF-8.'
	},
	'zip-unreadable': {
		happened: 'Ni ellir agor y ffeil zip. Mae wedi’i difrodi, yn anghyflawn neu â chyfrinair.',
		means: 'Ni ddarllenwyd dim ac nid oes dim yn newid.',
		remedy: 'Lawrlwythwch hi eto, neu dadbaciwch hi a dewis y ffolder.'
	},
	'too-many-files': {
		happened: 'Mae mwy na {limit} o ffeiliau yma.',
		means: 'Nid yw hyn yn edrych fel rhestr ysgol, felly ni ddarllenwyd dim.',
		remedy: 'Dewiswch y ffolder neu’r zip a allforiodd system yr ysgol yn unig.'
	},
	'too-large': {
		happened: 'Mae’r ffeiliau gyda’i gilydd yn fwy na {limitMb} MB.',
		means: 'Mae hynny’n llawer mwy nag sydd ei angen ar ysgol, felly ni ddarllenwyd dim.',
		remedy: 'Allforiwch un ysgol yn unig, heb farciau a chyrsiau.'
	},
	'file-twice': {
		happened: 'Mae mwy nag un ffeil â’r enw hwn.',
		means: 'Nid yw’n glir pa un sy’n cyfrif, felly nid oes dim yn newid.',
		remedy: 'Cadwch y ffolder rydych am ei mewnforio yn unig.'
	},
	'file-missing': {
		happened: 'Mae’r ffeil hon ar goll.',
		means: 'Hebddi nid yw’r rhestr yn gyflawn. Os gwall yw hwn, nid oes dim yn newid.',
		remedy: 'Allforiwch eto gan gynnwys y ffeil hon.'
	},
	'manifest-missing': {
		happened: 'Does dim manifest.csv.',
		means:
			'Darllenir y ffeiliau fel allforiad llawn. Os newidiadau yn unig sydd ynddynt, byddai’n ymddangos bod disgyblion wedi gadael.',
		remedy: 'Edrychwch pwy fyddai’n gadael cyn mewnforio.'
	},
	'changes-only': {
		happened: 'Yn ôl y manifest, newidiadau yn unig sydd yn y ffeil hon (“delta”).',
		means: 'Byddai’n ymddangos bod pawb na newidiodd wedi gadael, felly ni fewnforir dim.',
		remedy: 'Gofynnwch i system yr ysgol am allforiad llawn (“bulk”).'
	},
	'file-empty': {
		happened: 'Mae’r ffeil hon yn wag.',
		means: 'Does dim hyd yn oed linell benawdau i’w darllen.',
		remedy: 'Allforiwch hi eto.'
	},
	'no-rows': {
		happened: 'Mae gan y ffeil hon benawdau ond dim llinellau oddi tanynt.',
		means: 'Mae’r hyn a ddylai fod ynddi ar goll o’r rhestr.',
		remedy: 'Allforiwch hi eto, a gwiriwch hidlwyr yr allforiad.'
	},
	'encoding-not-utf8': {
		happened: 'Nid yw’r ffeil hon mewn UTF-8. Fe’i darllenwyd fel {encoding}.',
		means: 'Gall llythrennau fel ŵ ac ŷ fod ar goll neu’n anghywir mewn enwau.',
		remedy: 'Gwiriwch enwau ag acenion. Gwell fyth: allforiwch fel “CSV UTF-8”.'
	},
	'header-twice': {
		happened: 'Mae’r pennawd {header} yma fwy nag unwaith.',
		means: 'Dim ond y gyntaf o’r colofnau hyn a ddarllenir.',
		remedy: 'Gwiriwch mai’r gyntaf sy’n gywir, neu dilëwch y llall.'
	},
	'column-missing': {
		happened: 'Mae’r golofn {column} ar goll.',
		means: 'Ni ellir deall y ffeil hebddi, felly nid oes dim yn newid.',
		remedy: 'Ychwanegwch y golofn, neu dywedwch pa un o’ch colofnau yw hi.'
	},
	'kind-unknown': {
		happened: 'Nid yw’n glir ai disgyblion ynteu staff sydd yn y ffeil hon.',
		means: 'Ni chafodd ei darllen, felly nid oes dim yn newid.',
		remedy: 'Dywedwch pa un, neu rhowch “disgyblion” neu “staff” yn enw’r ffeil.'
	},
	'quote-not-closed': {
		happened: 'Mae dyfynnod yn agor yma heb ei gau.',
		means: 'Byddai popeth ar ei ôl yn cael ei ddarllen fel un gwerth, felly nid oes dim yn newid.',
		remedy: 'Caewch y dyfynnod ar y llinell hon, neu tynnwch ef.'
	},
	'row-too-long': {
		happened: 'Nifer y gwerthoedd ar y llinell hon: {found}. Nifer y penawdau: {expected}.',
		means: 'Gall gwerthoedd fod o dan y pennawd anghywir, felly ni fewnforir dim nes ei gywiro.',
		remedy: 'Rhowch ddyfynodau am werthoedd sy’n cynnwys coma.'
	},
	'row-too-short': {
		happened: 'Nifer y gwerthoedd ar y llinell hon: {found}. Nifer y penawdau: {expected}.',
		means: 'Cymerir bod y rhai sydd ar goll ar y diwedd yn wag.',
		remedy: 'Gwiriwch fod y llinell yn gyflawn.'
	},
	'id-missing': {
		happened: 'Does dim rhif adnabod ar y llinell hon.',
		means: 'Ni ellid ei hadnabod wrth fewnforio y tro nesaf, felly ni fewnforir dim nes ei gywiro.',
		remedy: 'Rhowch y rhif adnabod, neu dilëwch y llinell.'
	},
	'name-missing': {
		happened: 'Does dim enw ar y llinell hon.',
		means: 'Ni ellir ei dangos, felly ni fewnforir dim nes ei gywiro.',
		remedy: 'Rhowch yr enw, neu dilëwch y llinell.'
	},
	'value-too-long': {
		happened: 'Mae’r gwerth hwn yn hirach na {limit} o lythrennau.',
		means: 'Mae’n debyg bod dyfynnod ar goll a bod llinellau wedi uno. Ni fewnforir dim.',
		remedy: 'Edrychwch ar y llinell hon a’r rhai ychydig o’i blaen.'
	},
	'name-garbled': {
		happened: 'Mae’r enw â’r rhif adnabod {sourceId} yn cynnwys arwyddion nad ydynt mewn enwau.',
		means:
			'Mae’n debyg bod acen fel ŵ neu â wedi’i cholli ar y ffordd. Byddai’r plentyn yn gweld enw anghywir.',
		remedy: 'Allforiwch fel “CSV UTF-8”, neu cywirwch yr enw yn system yr ysgol.'
	},
	'status-unknown': {
		happened: 'Nid yw’r statws “{value}” yn hysbys.',
		means: 'Darllenir y llinell fel un weithredol.',
		remedy:
			'Os yw’r person neu’r dosbarth wedi mynd, defnyddiwch “tobedeleted” neu dilëwch y llinell.'
	},
	'role-unknown': {
		happened: 'Nid yw’r rôl “{value}” yn hysbys.',
		means: 'Gadewir y llinell hon allan, fel na ddaw neb i mewn trwy gamgymeriad.',
		remedy: 'Os disgybl neu aelod o staff yw hwn, defnyddiwch rôl fel student, teacher neu aide.'
	},
	'role-missing': {
		happened: 'Does dim rôl ar gyfer y person â’r rhif adnabod {sourceId}.',
		means: 'Gadewir y person allan.',
		remedy: 'Ychwanegwch rôl yn system yr ysgol.'
	},
	'id-shared': {
		happened: 'Mae’r rhif adnabod {sourceId} hefyd ar linell {firstLine}, ar gyfer rhywun arall.',
		means: 'Byddai dau berson yn cael eu cymysgu, felly ni fewnforir dim nes ei gywiro.',
		remedy: 'Rhowch rif adnabod gwahanol i bob un.'
	},
	'same-twice': {
		happened: 'Mae’r un peth ag ar linell {firstLine} yma eto (rhif adnabod {sourceId}).',
		means: 'Fe’i cymerir unwaith.',
		remedy: 'Dim byd, oni bai mai dau berson ydynt.'
	},
	'maybe-same-pupil': {
		happened: 'Mae gan ddisgyblion {sourceId} a {otherSourceId} yr un enw a’r un dosbarth.',
		means: 'Cymerir y ddau. Os un plentyn ydyw, byddai ar y rhestr ddwywaith.',
		remedy: 'Os un plentyn ydyw, tynnwch un o’r ddau o system yr ysgol.'
	},
	'year-unknown': {
		happened: 'Nid yw’r grŵp blwyddyn “{value}” yn un o feithrin, derbyn a blynyddoedd 1 i 6.',
		means: 'Cymerir y disgybl neu’r dosbarth heb y grŵp blwyddyn hwnnw.',
		remedy: 'Defnyddiwch N, R neu 1 i 6.'
	},
	'reference-missing': {
		happened: 'Enwir “{id}” yma ond nid yw yn {inFile}.',
		means: 'Darllenir y llinell hon fel pe na bai’n ei enwi.',
		remedy: 'Gwiriwch fod allforiad {inFile} yn gyflawn.'
	},
	'pupil-without-class': {
		happened: 'Nid yw’r disgybl â’r rhif adnabod {sourceId} mewn unrhyw ddosbarth.',
		means: 'Cymerir y disgybl, a dim ond o dan “dim dosbarth” y gellir dod o hyd iddo.',
		remedy: 'Rhowch y disgybl mewn dosbarth yn system yr ysgol, neu wedyn ar y dudalen staff.'
	},
	'class-without-pupils': {
		happened: 'Does dim disgyblion yn y dosbarth â’r rhif adnabod {sourceId}.',
		means: 'Fe’i cymerir, ac mae’n wag ar y tabledi.',
		remedy: 'Gwiriwch y cofrestriadau os nad dyna’r bwriad.'
	},
	'lesson-classes-left-out': {
		happened: 'Mae gwersi a setiau (dosbarthiadau “scheduled”) yn y ffeil: {count}.',
		means: 'Dosbarthiadau cartref yn unig a gymerir, fel bod pob plentyn yn gweld un dosbarth.',
		remedy: 'Os dylai un o’r rhain fod ar y tabledi, nodwch ef fel “homeroom”.'
	},
	'several-schools': {
		happened: 'Mae sawl ysgol yn y ffeil: {schools}.',
		means: 'Nid yw’n glir pa un i’w mewnforio, felly nid oes dim yn newid.',
		remedy: 'Dywedwch pa ysgol, yn ôl ei rhif adnabod.'
	},
	'school-missing': {
		happened: 'Does dim ysgol â’r rhif adnabod “{sourceId}” yn y ffeil hon.',
		means: 'Ni ddarllenwyd dim ac nid oes dim yn newid.',
		remedy: 'Defnyddiwch un o’r rhifau adnabod yn orgs.csv.'
	},
	'no-school': {
		happened: 'Nid enwir ysgol yn y ffeil hon.',
		means: 'Darllenir y rhestr fel un eich ysgol chi.',
		remedy: 'Dim byd, oni bai mai ar gyfer ysgol arall y gwnaed yr allforiad.'
	},
	'no-pupils': {
		happened: 'Does dim un disgybl gweithredol yn y ffeiliau hyn.',
		means: 'Byddai’n ymddangos bod pob disgybl wedi gadael, felly ni fewnforir dim.',
		remedy: 'Gwiriwch yr allforiad: “student” yw rôl disgyblion.'
	},
	'no-ids': {
		happened: 'Does dim colofn â rhif adnabod i bob person yn y ffeil hon.',
		means:
			'Adnabyddir pobl wrth eu henw, felly cymerir bod rhywun y mae ei enw’n newid yn berson newydd.',
		remedy: 'Ychwanegwch golofn fel rhif derbyn neu god staff.'
	},
	'full-name-split': {
		happened: 'Mae’r enw cyntaf a’r cyfenw mewn un golofn.',
		means: 'Cymerir y gair cyntaf, neu’r hyn sy’n dilyn coma, fel yr enw cyntaf.',
		remedy: 'Gwiriwch enwau o ddau air, neu defnyddiwch ddwy golofn.'
	},
	'email-shared': {
		happened: 'Mae’r cyfeiriad e-bost hwn hefyd ar linell {firstLine}.',
		means: 'Dim ond un person y gall ei wahodd, felly fe’i gadewir allan yma.',
		remedy: 'Rhowch ei gyfeiriad ei hun i bob aelod o staff.'
	},
	'names-alike': {
		happened:
			'Ni ellir gwahaniaethu rhwng disgyblion {sourceId} a {otherSourceId} wrth eu henwau mewn un dosbarth.',
		means: 'Byddai’r ddau yn edrych yr un fath ar y tabled.',
		remedy: 'Cytunwch â’r teuluoedd ar enwau i’w defnyddio, a rhowch nhw yn system yr ysgol.'
	}
};
