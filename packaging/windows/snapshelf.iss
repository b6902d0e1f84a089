; Installer for Windows, for Inno Setup 6.3 or newer. NOT YET RUN: written beside the Linux packages, which were.
;   iscc /DVersion=0.1.0 /DFlavour=full packaging\windows\snapshelf.iss
; Unattended: snapshelf-full-0.1.0-windows-x64.exe /VERYSILENT /NORESTART /ALLUSERS [/DIR="D:\Snapshelf"]
; Removing it takes the program away and nothing else: shops, settings and the policy stay.

#ifndef Version
  #error Say which version: /DVersion=…
#endif
#ifndef Flavour
  #define Flavour "full"
#endif

[Setup]
AppId={{6E9C1C0E-6F0C-4F0B-9E0C-5D7E0D8C9A41}
AppName=Snapshelf
AppVersion={#Version}
AppVerName=Snapshelf {#Version}
DefaultDirName={autopf}\Snapshelf
DefaultGroupName=Snapshelf
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=commandline dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=snapshelf-{#Flavour}-{#Version}-windows-x64
SetupIconFile=snapshelf.ico
UninstallDisplayIcon={app}\snapshelf.exe
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
CloseApplications=yes

[Languages]
Name: "english"; MessagesFile: "compiler:Default.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[InstallDelete]
; An older version's files, some of which the new one may not have.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\dist\snapshelf-{#Flavour}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{group}\Snapshelf"; Filename: "{app}\snapshelf.exe"
Name: "{autodesktop}\Snapshelf"; Filename: "{app}\snapshelf.exe"; Tasks: desktopicon

[Run]
Filename: "{app}\snapshelf.exe"; Description: "{cm:LaunchProgram,Snapshelf}"; Flags: nowait postinstall skipifsilent
